/** What is to be written: scalars, lists and mappings in their order, each with how the file had it. */
import type { WrittenNote } from '#lib/model/written.ts';

export type Tree = ScalarTree | ListTree | MapTree;

export interface ScalarTree {
  kind: 'scalar';
  value: unknown;
  note?: WrittenNote;
}

export interface ListTree {
  kind: 'list';
  items: readonly Tree[];
  note?: WrittenNote;
}

export interface MapTree {
  kind: 'map';
  entries: readonly MapEntry[];
  note?: WrittenNote;
}

export interface MapEntry {
  key: string;
  value: Tree;
  /** What stands above the key; the value has the same note. */
  note?: WrittenNote;
}
