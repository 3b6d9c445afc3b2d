/** From YAML to data. */
import type { CST, Document, LineCounter, YAMLError } from 'yaml';
import { checkLevels, overLimit } from '#lib/connectors/format/limits.ts';
import { unreadable, WRONGLY_WRITTEN } from '#lib/connectors/format/unreadable.ts';
import { checkNodes } from '#lib/connectors/format/yaml/checkNodes.ts';

/** Beyond these a text takes too long, or grows without end when its aliases are followed. */
const limits = { characters: 5_000_000, aliases: 100 } as const;

/** A key is compared with all before it by the library; ours are looked up. */
const options = {
  version: '1.2',
  schema: 'core',
  merge: true,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/**
 * One document of YAML 1.2 by its core schema: words for yes, no, nothing and numbers, everything else is text; no dates,
 * but merge keys. Throws `input` with line and column, `limit` for what is too long or too deep or has too many aliases.
 */
export async function readYaml(text: string): Promise<unknown> {
  if (text.length > limits.characters) throw overLimit('The YAML is longer than 5 million characters.');
  const { Composer, LineCounter, Parser, visit } = await import('yaml');
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  for (const token of tokens) checkLevels(token, tokensIn);
  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  if (second) throw wrong(lines, 'there is more than one document in it', second.range[0]);
  const [error] = document?.errors ?? [];
  if (error) throw wrong(lines, reasons[error.code] ?? WRONGLY_WRITTEN, error.pos[0], error.message);
  if (!document) return null;
  checkNodes(document, visit, limits.aliases, (offset) => wrong(lines, 'a key stands twice', offset));
  return valueOf(document);
}

/** What a part of the text is made of: the library reads it call in call. */
function tokensIn(token: object): unknown[] {
  const { value, items = [] } = token as { value?: unknown; items?: readonly CST.CollectionItem[] };
  return [value, ...items.flatMap((item) => [item.key, item.value])];
}

function wrong(lines: LineCounter, what: string, offset: number, detail?: string): Error {
  const { line, col } = lines.linePos(offset);
  return unreadable('YAML', what, { line, column: col }, detail);
}

const reasons: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT: 'a line is not indented as the lines around it are',
  MISSING_CHAR: 'a character is missing',
  TAB_AS_INDENT: 'a line is indented with a tab',
};

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
