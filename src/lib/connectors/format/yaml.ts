/** YAML 1.2, its core schema: words for yes, no, nothing and numbers, everything else is text; no dates, but merge keys. */
import type { Document, YAMLError, visit as Visit } from 'yaml';
import { overLimit, unreadable } from '#lib/connectors/format/unreadable.ts';

/** Beyond these a text takes too long, or grows without end when its aliases are followed. */
const limits = { characters: 10_000_000, aliases: 100 } as const;

/** Throws `input` with line and column, `limit` for too long a text or too many aliases. */
export async function readYaml(text: string): Promise<unknown> {
  if (text.length > limits.characters) throw overLimit('The YAML is longer than 10 million characters.');
  const { LineCounter, parseDocument, visit } = await import('yaml');
  const lineCounter = new LineCounter();
  // The library compares every key with all before it; ours are looked up.
  const document = parseDocument(text, {
    schema: 'core',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
    lineCounter,
  });
  const wrong = (what: string, offset: number, detail?: string) => {
    const { line, col } = lineCounter.linePos(offset);
    return unreadable('YAML', what, { line, column: col }, detail);
  };
  const [error] = document.errors;
  if (error)
    throw wrong(reasons[error.code] ?? 'something in it is wrongly written', error.pos[0], error.message);
  checkNodes(document, visit, (offset) => wrong('a key stands twice', offset));
  return valueOf(document);
}

/** Keys stay in their order; lines are not folded. */
export async function writeYaml(value: unknown): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(value ?? null, { aliasDuplicateObjects: false, lineWidth: 0 });
}

const reasons: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT: 'a line is not indented as the lines around it are',
  MULTIPLE_DOCS: 'there is more than one document in it',
  MISSING_CHAR: 'a character is missing',
  TAB_AS_INDENT: 'a line is indented with a tab',
};

/** Counts aliases and looks for keys that stand twice, which would lose a value. */
function checkNodes(document: Document.Parsed, visit: typeof Visit, twice: (offset: number) => Error): void {
  let aliases = 0;
  visit(document, {
    Alias: () => {
      aliases += 1;
      if (aliases > limits.aliases) throw overLimit(`The YAML has more than ${limits.aliases} aliases.`);
    },
    Map: (_key, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items as { key: { value?: unknown; range?: readonly number[] } | null }[]) {
        const name = key?.value;
        if (name !== undefined && name !== '<<' && seen.has(name)) throw twice(key?.range?.[0] ?? 0);
        seen.add(name);
      }
    },
  });
}

/** Aliases that stand for one another again and again are counted by the library. */
function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: limits.aliases }) as unknown;
  } catch (thrown) {
    if (thrown instanceof RangeError || !(thrown instanceof Error)) throw thrown;
    if (/alias count/i.test(thrown.message))
      throw overLimit('The aliases of the YAML would make it too long.');
    throw unreadable('YAML', 'an alias or a merge key leads nowhere', undefined, thrown.message);
  }
}
