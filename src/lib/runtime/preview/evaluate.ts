/** What an input stands for in a run that has been: the same as the engine makes of it (architecture 7). */
import { items } from '#lib/connectors/inputs.ts';
import { resolve } from '#lib/engine/resolve.ts';
import { Scope, type StepValues } from '#lib/engine/Scope.ts';
import { toFailure, type Failure } from '#lib/model/failure.ts';
import type { Input } from '#lib/model/integration.ts';
import { referencesIn } from '#lib/model/references.ts';

/** What steps produced, by name, and the config variables by key. */
export interface Samples {
  steps: Readonly<Record<string, StepValues>>;
  config: Readonly<Record<string, unknown>>;
  /** The loops around the step, outermost first; what they turn over is evaluated, as it is stored nowhere. */
  loops?: readonly SampledLoop[];
}

export interface SampledLoop {
  step: string;
  /** Absent in a loop that turns a number of times. */
  items?: Input;
  /** The turn, from 0. */
  index: number;
}

/** `noData`: a step it refers to did not run; `path` is the reference. */
export type Evaluated =
  { kind: 'value'; shown: Shown } | { kind: 'noData'; path: string } | { kind: 'failed'; failure: Failure };

/** A value in few words, however large it is. */
export interface Shown {
  /** JSON of its beginning; a text as it is. */
  text: string;
  type: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'bytes' | 'nothing';
  /** Characters, items, keys or bytes. */
  count?: number;
}

/** Never throws. */
export function evaluate(input: Input, samples: Samples): Evaluated {
  try {
    const scope = scopeOf(samples);
    // A list is shown with what is missing in it left empty, as the step gets it.
    const paths = input.type === 'complex' ? [] : referencesIn(input);
    const path = paths.find((one) => !scope.wasExecuted(one));
    if (path !== undefined) return { kind: 'noData', path };
    return { kind: 'value', shown: shown(resolve(input, scope)) };
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}

function scopeOf({ steps, config, loops = [] }: Samples): Scope {
  const scope = new Scope(config);
  for (const [name, values] of Object.entries(steps)) scope.set(name, values);
  for (const loop of loops) scope.set(loop.step, turn(loop.items && resolve(loop.items, scope), loop.index));
  return scope;
}

function turn(items: unknown, index: number): StepValues {
  const list = items === undefined ? undefined : readItems(items);
  const currentItem = list ? list[index] : index;
  return { currentItem, index, isFirst: index === 0, ...(list && { isLast: index === list.length - 1 }) };
}

const { read: readItems } = items({ label: 'Items' });

const TEXT_LENGTH = 2_000;
const ITEMS = 20;
const DEPTH = 4;

function shown(value: unknown): Shown {
  if (value === undefined || value === null) return { text: '', type: 'nothing' };
  if (typeof value === 'string') return { text: cut(value), type: 'text', count: value.length };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { text: String(value), type: typeof value as 'number' | 'boolean' };
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return { text: '', type: 'bytes', count: value.byteLength };
  const text = cut(JSON.stringify(beginning(value, DEPTH)) ?? '');
  if (Array.isArray(value)) return { text, type: 'list', count: value.length };
  return { text, type: 'object', count: Object.keys(value).length };
}

/** The first items and keys of the upper levels: a value may be as large as an output. */
function beginning(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((item) => beginning(item, depth - 1));
  const entries = Object.entries(value).slice(0, ITEMS);
  return Object.fromEntries(entries.map(([key, inner]) => [key, beginning(inner, depth - 1)]));
}

function cut(text: string): string {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text;
}
