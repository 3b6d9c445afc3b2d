/** What an upgrade has changed so far, and the means to make nodes of the tree it changes. */
import type { Pair } from 'yaml';
import { isCollection, isMap, isPair, type Node, type YAMLMap } from 'yaml';
import type { DocumentPath } from '#lib/model/problem.ts';
import { keyText } from '#lib/yaml/keyText.ts';
import type { Origin } from '#lib/yaml/Origin.ts';

/** One thing that was changed, as a sentence; its place is that of the document of version 7. */
export interface UpgradeChange {
  message: string;
  path: DocumentPath;
  line?: number;
  column?: number;
}

export class Changes {
  readonly origin: Origin;
  readonly list: UpgradeChange[] = [];

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** Lists a change; `node` is what it was about, when that came from the text. */
  add(message: string, path: DocumentPath, node?: unknown): void {
    this.list.push({ message, path, ...this.origin.placeOf(node) });
  }

  /** Nodes for plain data, without a place of their own. */
  make(data: unknown): Node {
    return this.origin.document.createNode(data);
  }

  /** A mapping with the given entries; nodes among them are taken over, with their comments. */
  map(entries: Readonly<Record<string, unknown>>): YAMLMap {
    const map = this.make({}) as YAMLMap;
    for (const [key, value] of Object.entries(entries))
      if (value !== undefined) map.set(this.make(key), value);
    return map;
  }
}

/** Takes a key out of a mapping, with its key node, so that it can be put elsewhere. */
export function take(map: YAMLMap, key: string): Pair | undefined {
  const index = map.items.findIndex((pair) => isPair(pair) && keyText(pair.key) === key);
  return index < 0 ? undefined : map.items.splice(index, 1)[0];
}

/** Takes the value of a key out of a mapping. */
export function takeValue(map: YAMLMap, key: string): unknown {
  return take(map, key)?.value ?? undefined;
}

/** The mapping under a key, when there is one. */
export function mapAt(map: YAMLMap, key: string): YAMLMap | undefined {
  const node: unknown = map.get(key, true);
  return isMap(node) ? node : undefined;
}

/** What a list node holds; nothing when it is no list. */
export function itemsOf(node: unknown): unknown[] {
  return isCollection(node) && !isMap(node) ? (node.items as unknown[]) : [];
}
