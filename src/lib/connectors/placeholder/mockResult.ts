import { defineAction } from '#lib/connectors/define.ts';
import { anything } from '#lib/connectors/inputs.ts';

/** Stands for a step that is not made yet: its result is what it is given, read when it is JSON (format.md 2.1). */
export const mockResult = defineAction({
  label: 'Mock result',
  description: 'Has the result that you write down.',
  synonyms: ['fake', 'stub', 'test data', 'constant'],
  pure: true,
  inputs: { code: anything({ label: 'Result', help: 'JSON, or any text.' }) },
  example: { id: 1 },
  output: 'anything',
  perform: ({ code }) => ({ data: readJson(code) }),
});

function readJson(code: unknown): unknown {
  if (typeof code !== 'string') return code ?? null;
  try {
    return JSON.parse(code);
  } catch {
    return code;
  }
}
