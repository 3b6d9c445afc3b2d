/** From data to XML, by the same conventions as `readXml`. */
import { overLimit } from '#lib/connectors/format/limits.ts';
import { toText } from '#lib/connectors/reading.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Keys become elements, lists elements of the same name, `@_name` an attribute, `#text` the text beside it. XML has one
 * outermost element: what is not an object of one key is put into `<root>`, the entries of a list into `<item>`. What a
 * name cannot hold becomes `_`. Throws `limit` for what nests too deep.
 */
export async function writeXml(value: unknown): Promise<string> {
  const { XMLBuilder } = await import('fast-xml-parser');
  const builder = new XMLBuilder({ ignoreAttributes: false, suppressBooleanAttributes: false });
  try {
    return DECLARATION + builder.build(withRoot(elementOf(value)));
  } catch (thrown) {
    if (!(thrown instanceof Error) || !/nested tags/.test(thrown.message)) throw thrown;
    throw overLimit('The data nests deeper than 100 levels.');
  }
}

function withRoot(element: unknown): unknown {
  const isElements = typeof element === 'object' && element !== null;
  const [[name, inside] = ['', undefined], ...others] = isElements ? Object.entries(element) : [];
  const isRoot = name !== '' && !isSpecial(name) && others.length === 0 && !Array.isArray(inside);
  return isRoot ? element : { root: element };
}

/** The builder's own form of it: no list directly in a list, no name or character that XML cannot hold. */
function elementOf(value: unknown): unknown {
  if (Array.isArray(value)) return { item: value.map(elementOf) };
  if (typeof value !== 'object' || value === null) return textOf(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [nameOf(key), fieldOf(key, inside)]),
  );
}

function fieldOf(key: string, value: unknown): unknown {
  if (isSpecial(key)) return textOf(value);
  return Array.isArray(value) ? value.map(elementOf) : elementOf(value);
}

/** Control characters cannot stand in XML, not even as entities. */
function textOf(value: unknown): string {
  return toText(value).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

function isSpecial(key: string): boolean {
  return key === '#text' || key.startsWith('@_');
}

const START =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u3001-\\uD7FF';
const first = new RegExp(`^[${START}]`);
const unfit = new RegExp(`[^${START}:\\d.\\u00B7-]`, 'g');

function nameOf(key: string): string {
  if (key === '#text') return key;
  const prefix = key.startsWith('@_') ? '@_' : '';
  const name = key.slice(prefix.length).replace(unfit, '_');
  return prefix + (first.test(name) ? name : `_${name}`);
}
