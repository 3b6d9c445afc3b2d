/** Reads one input of a step, config variable or connection (format.md 1.6). */
import type { ComplexItem, Input, NamedInput } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { MapReader, isRecord, type Notes } from '#lib/yaml/MapReader.ts';

/** A kind that is not known here is kept as it is; it is a warning, because only running it fails. */
export function readInput(data: unknown, path: DocumentPath, notes: Notes): Input {
  const map = new MapReader(data, path, notes);
  const type = map.raw('type');
  const read = typeof type === 'string' ? readers.get(type) : undefined;
  if (read) return withExtra(read(map), map);
  map.note('type', `“${String(type)}” is not a kind of input this app knows.`, [], 'warning');
  return { type: 'unknown', value: data };
}

// A map, not an object: a file may name a type like a property that every object has.
const readers: ReadonlyMap<string, (map: MapReader) => Input> = new Map<string, (map: MapReader) => Input>([
  ['value', (map) => ({ type: 'value', value: map.raw('value') })],
  ['reference', (map) => ({ type: 'reference', value: map.text('value') })],
  ['configVar', (map) => ({ type: 'configVar', value: map.text('value') })],
  ['template', (map) => ({ type: 'template', value: map.text('value') })],
  [
    'complex',
    (map) => ({ type: 'complex', value: map.list('value', (item, path) => readItem(item, path, map.notes)) }),
  ],
]);

/** An item of a complex input: a (named) input, or the nested lists of a condition. */
function readItem(data: unknown, path: DocumentPath, notes: Notes): ComplexItem {
  if (Array.isArray(data)) return data.map((item, index) => readItem(item, [...path, index], notes));
  if (typeof data === 'string') return data;
  const input = readInput(data, path, notes);
  if (input.type === 'unknown' || !isRecord(data) || !Object.hasOwn(data, 'name')) return input;
  const { name: _name, ...extra } = input.extra ?? {};
  const kept = Object.keys(extra).length > 0 ? extra : undefined;
  return { ...input, extra: kept, name: readRowName(data.name, [...path, 'name'], notes) } as NamedInput;
}

function readRowName(name: unknown, path: DocumentPath, notes: Notes): NamedInput['name'] {
  if (name === null || typeof name === 'string' || typeof name === 'number' || typeof name === 'boolean')
    return name;
  return readInput(name, path, notes);
}

function withExtra(input: Input, map: MapReader): Input {
  const extra = map.extra();
  return extra && input.type !== 'unknown' ? { ...input, extra } : input;
}
