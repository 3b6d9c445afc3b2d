import type { Document, visit as Visit } from 'yaml';
import { overLimit } from '#lib/connectors/format/limits.ts';

/** The parts of a pair that are looked at. */
interface Pair {
  key: { value?: unknown; range?: readonly number[] } | null;
}

/** Counts aliases, and looks for keys that stand twice, which would lose a value: `twice` is asked for the failure. */
export function checkNodes(
  document: Document.Parsed,
  visit: typeof Visit,
  mostAliases: number,
  twice: (offset: number) => Error,
): void {
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases += 1;
      if (aliases > mostAliases) throw overLimit(`The YAML has more than ${mostAliases} aliases.`);
    },
    Map: (_key, { items }) => {
      const double = firstDouble(items as readonly Pair[]);
      if (double) throw twice(double.key?.range?.[0] ?? 0);
    },
  });
}

/** Merge keys may stand several times. */
function firstDouble(pairs: readonly Pair[]): Pair | undefined {
  const seen = new Set<unknown>();
  return pairs.find(({ key }) => {
    const name = key?.value;
    const isDouble = name !== undefined && name !== '<<' && seen.has(name);
    seen.add(name);
    return isDouble;
  });
}
