/** Templates of liquidjs, without the tags that read other templates: there are none, and no files. */
import type { Liquid } from 'liquidjs';
import { FailureError } from '#lib/model/failure.ts';

/** Characters of a template; milliseconds; characters and items made on the way. */
const LIMITS = { parseLimit: 5_000_000, renderLimit: 10_000, memoryLimit: 50_000_000 };

type RenderLiquid = (template: string, data: Readonly<Record<string, unknown>>) => Promise<string>;

/**
 * The library is loaded before the time of a calculation counts. What it resolves to makes the text; an object's keys
 * are the names in the template. That throws `input` and `limit`.
 */
export async function loadRenderLiquid(): Promise<RenderLiquid> {
  const { Liquid } = await import('liquidjs');
  return async (template, data) => {
    try {
      return (await withoutFiles(Liquid).parseAndRender(template, data)) as string;
    } catch (thrown) {
      throw readable(thrown as Error);
    }
  };
}

function withoutFiles(Library: typeof Liquid): Liquid {
  // Dates are the same wherever the flow runs; without an offset a template would show the time of this computer.
  const liquid = new Library({ ...LIMITS, templates: {}, ownPropertyOnly: true, timezoneOffset: 0 });
  for (const tag of ['include', 'render', 'layout', 'block']) Reflect.deleteProperty(liquid.tags, tag);
  return liquid;
}

function readable({ name, message }: Error): FailureError {
  if (name === 'RangeError') return broken('input', 'it is nested too deeply');
  const code = /limit exceeded/.test(message) ? 'limit' : 'input';
  return broken(code, message.replace(/, line:(\d+), col:(\d+)$/, ' (line $1, column $2)'));
}

function broken(code: 'input' | 'limit', reason: string): FailureError {
  return new FailureError({ code, message: `The template cannot be filled in: ${reason}.` });
}
