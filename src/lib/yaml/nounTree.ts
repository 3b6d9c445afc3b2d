/** Makes what is to be written of a noun: its named keys and the ones it only carries along, in alphabetical order. */
import type { FromFile } from '#lib/model/integration.ts';
import type { Written } from '#lib/model/written.ts';
import { isRecord } from '#lib/yaml/MapReader.ts';
import type { MapEntry, MapTree, Tree } from '#lib/yaml/Tree.ts';

/** One named key of a noun. */
export interface Field {
  tree: Tree;
  /** A file may leave the key out and mean the same. */
  isDefault?: boolean;
  /** Whether a value of another type, as the file has it, still says the same; then it is written instead. */
  saysTheSame?: (kept: unknown) => boolean;
}

/** Keys whose field is `undefined` are not there, unless the file has something else under them. */
export function nounTree(noun: FromFile, fields: Readonly<Record<string, Field | undefined>>): MapTree {
  const { extra = {}, written } = noun;
  const keys = [...new Set([...Object.keys(fields), ...Object.keys(extra)])].sort();
  const entries = keys.flatMap((key): MapEntry[] => {
    const field = fields[key];
    const kept = Object.hasOwn(extra, key) && (field?.saysTheSame?.(extra[key]) ?? !field);
    const value = kept ? dataTree(extra[key], key, written) : field?.tree;
    if (!value || (!kept && field?.isDefault && written?.[key]?.absent)) return [];
    return [{ key, value, note: written?.[key] }];
  });
  return { kind: 'map', entries, note: written?.[''] };
}

/** Plain data in the order it has, with the notes of the noun it belongs to; `path` is its place below that noun. */
export function dataTree(value: unknown, path: string, written?: Written): Tree {
  const note = written?.[path];
  if (Array.isArray(value))
    return {
      kind: 'list',
      items: value.map((item, index) => dataTree(item, `${path}.${index}`, written)),
      note,
    };
  if (!isRecord(value)) return { kind: 'scalar', value, note };
  const entries = Object.entries(value).map(([key, inner]) => {
    const at = `${path}.${key}`;
    return { key, value: dataTree(inner, at, written), note: written?.[at] };
  });
  return { kind: 'map', entries, note };
}

/** A text that is always written, unless the file left it out and it is still the default. */
export function textField(noun: FromFile, key: string, value: string, fallback = ''): Field {
  return {
    tree: { kind: 'scalar', value, note: noun.written?.[key] },
    isDefault: value === fallback,
    saysTheSame: (kept) => (typeof kept === 'object' ? fallback : String(kept)) === value,
  };
}

/** A text, number or yes and no that may not be there. */
export function optionalField(
  noun: FromFile,
  key: string,
  value: string | number | boolean | undefined,
): Field | undefined {
  if (value === undefined) return undefined;
  const tree: Tree = { kind: 'scalar', value, note: noun.written?.[key] };
  return { tree, saysTheSame: (kept) => String(kept) === String(value) };
}

/** A list of nouns, always written. */
export function listField(items: readonly Tree[]): Field {
  return {
    tree: { kind: 'list', items },
    isDefault: items.length === 0,
    saysTheSame: () => items.length === 0,
  };
}

/** A list that is not there when it is empty. */
export function optionalListField(items: readonly Tree[]): Field | undefined {
  return items.length > 0 ? listField(items) : undefined;
}

/** A noun that may not be there. */
export function nounField<T>(noun: T | undefined, tree: (noun: T) => Tree): Field | undefined {
  return noun === undefined ? undefined : { tree: tree(noun) };
}
