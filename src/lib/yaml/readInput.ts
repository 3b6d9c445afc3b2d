/** Reads one input of a step, config variable or connection (format.md 1.6). */
import { isMap, isScalar, isSeq } from 'yaml';
import type { ComplexItem, Input, NamedInput } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { MapReader } from '#lib/yaml/MapReader.ts';
import type { Origin } from '#lib/yaml/Origin.ts';
import { withFile } from '#lib/yaml/withFile.ts';

/** A kind that is not known here is kept as it is; it is a warning, because only running it fails. */
export function readInput(node: unknown, path: DocumentPath, origin: Origin): Input {
  if (!isMap(node)) return noInput(node, path, origin);
  const map = new MapReader(node, path, origin);
  return readKind(map) ?? unknown(map, node);
}

/** Reads an input that may be a row of a key-value list: its name comes with it. */
function readNamed(node: unknown, path: DocumentPath, origin: Origin): NamedInput {
  if (!isMap(node)) return noInput(node, path, origin);
  const map = new MapReader(node, path, origin);
  const name = map.has('name') ? readRowName(map) : undefined;
  const input = readKind(map);
  if (!input) return unknown(map, node);
  return name === undefined ? input : { ...input, name };
}

function readKind(map: MapReader): Input | undefined {
  const type = map.raw('type');
  const read = typeof type === 'string' ? readers.get(type) : undefined;
  return read && withFile(map, read(map));
}

function unknown(map: MapReader, node: unknown): Input {
  const type = String(map.raw('type'));
  map.note('type', `“${type}” is not a kind of input this app knows.`, [], 'warning');
  const written = map.written();
  return { type: 'unknown', value: map.origin.data(node), ...(written && { written }) };
}

/** Where an input should stand and something else does. */
function noInput(node: unknown, path: DocumentPath, origin: Origin): Input {
  const message = `“${path.join(' › ')}” is no input: it needs “type” and “value”.`;
  origin.note({ code: 'type', severity: 'warning', message, path }, node);
  return { type: 'unknown', value: origin.data(node) };
}

// A map, not an object: a file may name a type like a property that every object has.
const readers: ReadonlyMap<string, (map: MapReader) => Input> = new Map<string, (map: MapReader) => Input>([
  ['value', (map) => ({ type: 'value', value: rawValue(map) })],
  ['reference', (map) => ({ type: 'reference', value: map.text('value') })],
  ['configVar', (map) => ({ type: 'configVar', value: map.text('value') })],
  ['template', (map) => ({ type: 'template', value: map.text('value') })],
  ['complex', (map) => ({ type: 'complex', value: readItems(map) })],
]);

function readItems(map: MapReader): ComplexItem[] {
  map.absent('value');
  return map.mixedList('value', readItem);
}

function rawValue(map: MapReader): unknown {
  map.absent('value');
  return map.raw('value');
}

/** An item of a complex input: a (named) input, or the nested lists of a condition. */
function readItem(node: unknown, path: DocumentPath, origin: Origin): ComplexItem {
  if (isSeq(node)) return node.items.map((item, index) => readItem(item, [...path, index], origin));
  if (isScalar(node) && typeof node.value === 'string') return node.value;
  return readNamed(node, path, origin);
}

function readRowName(map: MapReader): NamedInput['name'] {
  const node = map.node('name');
  const name = isMap(node) ? undefined : map.raw('name');
  if (name === null || typeof name === 'string' || typeof name === 'number' || typeof name === 'boolean')
    return name;
  return map.child('name', readInput);
}
