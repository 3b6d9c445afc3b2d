/** From XML to data, by the conventions of fast-xml-parser. */
import type { ValidationError } from 'fast-xml-parser';
import { overLimit } from '#lib/connectors/format/limits.ts';
import { unreadable, WRONGLY_WRITTEN } from '#lib/connectors/format/unreadable.ts';
import { DeclaredEntities } from '#lib/connectors/format/xml/DeclaredEntities.ts';
import { readScalar } from '#lib/connectors/format/xml/readScalar.ts';

export interface XmlReading {
  /** Numbers, `true` and `false` stay text. */
  numbersAsStrings: boolean;
}

/** A tag's children, or a text: as the parser gives them in their order. */
type Node = Readonly<Record<string, unknown>> & { ':@'?: Readonly<Record<string, string>> };

/** A longer text takes longer than anyone waits. */
const MOST_CHARACTERS = 5_000_000;

/** Stands behind names that the parser would change or refuse, because objects have properties of these names. */
const GUARD = '\u0000';

/**
 * An element is what is in it: text, or an object of its elements by name. One that stands several times is a list. Its
 * attributes are text under `@_name`, text beside them is under `#text`; space around text, comments, the declaration and
 * processing instructions are left out. Throws `input` with line and column, `limit` for what nests too deep or is too long.
 */
export async function readXml(text: string, { numbersAsStrings }: XmlReading): Promise<unknown> {
  if (text.length > MOST_CHARACTERS) throw overLimit('The XML is longer than 5 million characters.');
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw invalid(valid);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    trimValues: false,
    transformTagName: (name) => (name in Object.prototype || name === 'prototype' ? name + GUARD : name),
    entityDecoder: new DeclaredEntities(),
  });
  const read = numbersAsStrings ? (value: string) => value : readScalar;
  return contentOf([onlyRoot(parse(parser, text))], {}, read);
}

function parse(parser: { parse: (text: string) => unknown }, text: string): readonly Node[] {
  try {
    return parser.parse(text) as readonly Node[];
  } catch (thrown) {
    if (!(thrown instanceof Error) || 'failure' in thrown) throw thrown;
    if (/nested tags/.test(thrown.message)) throw overLimit('The XML nests deeper than 100 elements.');
    throw unreadable('XML', reasonOf(thrown.message), undefined, thrown.message);
  }
}

function reasonOf(message: string): string {
  if (/entit/i.test(message)) return 'it declares entities that are not followed';
  return /doctype/i.test(message) ? 'its DOCTYPE is wrongly written' : WRONGLY_WRITTEN;
}

/** The validator lets others follow an outermost element that is empty. */
function onlyRoot(nodes: readonly Node[]): Node {
  const [root, ...others] = nodes.filter((node) => !('#text' in node) || String(node['#text']).trim() !== '');
  if (root && others.length === 0) return root;
  throw unreadable('XML', NO_ROOT);
}

/** Own keys only, whatever they are called. */
function contentOf(
  nodes: readonly Node[],
  attributes: Readonly<Record<string, string>>,
  read: (text: string) => unknown,
): unknown {
  const fields = new Map<string, unknown>(Object.entries(attributes));
  let text = '';
  for (const node of nodes) {
    const [name = '', inside] = Object.entries(node).find(([key]) => key !== ':@') ?? [];
    if (name === '#text') text += String(inside);
    else
      addField(fields, name.replace(GUARD, ''), contentOf(inside as readonly Node[], node[':@'] ?? {}, read));
  }
  const value = read(text.trim());
  if (fields.size === 0) return value;
  return Object.fromEntries(value === '' ? fields : [...fields, ['#text', value]]);
}

function addField(fields: Map<string, unknown>, name: string, value: unknown): void {
  const there = fields.get(name);
  if (Array.isArray(there)) there.push(value);
  else fields.set(name, fields.has(name) ? [there, value] : value);
}

function invalid({ err: { code, msg, line, col } }: ValidationError): Error {
  // Of several open elements it knows no place.
  if (msg.startsWith("Invalid '")) return unreadable('XML', NOT_CLOSED, undefined, msg);
  const what = reasons[code] ?? WRONGLY_WRITTEN;
  return unreadable('XML', what, { line, ...(col > 0 && { column: col }) }, msg);
}

const NOT_CLOSED = 'an element is not closed, or its name cannot be one';

const NO_ROOT = 'there is not exactly one outermost element in it';

const reasons: Readonly<Partial<Record<string, string>>> = {
  InvalidTag: NOT_CLOSED,
  InvalidAttr: 'an attribute is not written as name="value"',
  InvalidChar: 'a character stands where none may stand, such as & for &amp;',
  InvalidXml: NO_ROOT,
};
