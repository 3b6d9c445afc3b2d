/** Reads one input of a step, config variable or connection (format.md 1.6). */
import type { ComplexItem, Input, NamedInput } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { MapReader, isRecord, type Notes } from '#lib/yaml/MapReader.ts';

/** An unknown `type` is read as a plain value and noted; its own type stays in `extra`. */
export function readInput(data: unknown, path: DocumentPath, notes: Notes): Input {
  const map = new MapReader(data, path, notes);
  const type = map.raw('type');
  const input = readers[String(type)]?.(map);
  if (input) return withExtra(input, map);
  map.note('type', `“${String(type)}” is not a kind of input.`, map.has('type') ? ['type'] : []);
  return withExtra({ type: 'value', value: map.raw('value') }, map);
}

const readers: Record<string, ((map: MapReader) => Input) | undefined> = {
  value: (map) => ({ type: 'value', value: map.raw('value') }),
  reference: (map) => ({ type: 'reference', value: map.text('value') }),
  configVar: (map) => ({ type: 'configVar', value: map.text('value') }),
  template: (map) => ({ type: 'template', value: map.text('value') }),
  complex: (map) => ({
    type: 'complex',
    value: map.list('value', (item, path) => readItem(item, path, map.notes)),
  }),
};

/** An item of a complex input: a (named) input, or the nested lists of a condition. */
function readItem(data: unknown, path: DocumentPath, notes: Notes): ComplexItem {
  if (Array.isArray(data)) return data.map((item, index) => readItem(item, [...path, index], notes));
  if (typeof data === 'string') return data;
  const input: NamedInput = readInput(data, path, notes);
  const name = isRecord(data) ? data.name : undefined;
  if (name === undefined) return input;
  const { name: _name, ...extra } = input.extra ?? {};
  const kept = Object.keys(extra).length > 0 ? { extra } : { extra: undefined };
  return {
    ...input,
    ...kept,
    name: isRecord(name) ? readInput(name, [...path, 'name'], notes) : String(name),
  };
}

function withExtra(input: Input, map: MapReader): Input {
  const extra = map.extra();
  return extra ? { ...input, extra } : input;
}
