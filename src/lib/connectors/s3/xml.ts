/** Reads and writes the XML of the interface; the parser is loaded when it is first needed. */
import { FailureError } from '#lib/model/failure.ts';

/** The text of an element, its children by name, or several elements of one name. */
export type Xml = string | readonly Xml[] | { readonly [name: string]: Xml };

/** From the text of an element to a value, by the name it has in the answer and in the result. */
export type Readers = Readonly<Record<string, (text: string) => unknown>>;

/** The root's name and what it holds. Throws `remote` for what is no XML: something else than the service answered. */
export async function readXml(text: string): Promise<[root: string, content: Xml]> {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({ ignoreAttributes: true, ignoreDeclaration: true, parseTagValue: false });
  try {
    const [root] = Object.entries(parser.parse(text, true) as Record<string, Xml>);
    // A page to sign in at, or of a proxy, may well be XML.
    if (root && root[0].toLowerCase() !== 'html') return root;
  } catch {
    // Said below.
  }
  throw new FailureError({
    code: 'remote',
    message: 'The answer is not the XML of the service.',
    hint: 'Look at the endpoint of the connection: something else may answer there.',
    detail: text.slice(0, 4096),
  });
}

/** The children of one name, however many there are. */
export function childrenOf(xml: Xml | undefined, name: string): readonly Xml[] {
  const child = childOf(xml, name);
  if (child === undefined) return [];
  return isList(child) ? child : [child];
}

/** The only child of a name; of several the first. */
export function childOf(xml: Xml | undefined, name: string): Xml | undefined {
  if (typeof xml !== 'object' || isList(xml) || !Object.hasOwn(xml, name)) return undefined;
  return xml[name];
}

/** The text of a child; empty when there is none. */
export function textOf(xml: Xml | undefined, name: string): string {
  const [child] = childrenOf(xml, name);
  return typeof child === 'string' ? child : '';
}

/** What is there of what is asked for. */
export function pick(xml: Xml | undefined, readers: Readers): Record<string, unknown> {
  const present = Object.entries(readers).filter(([name]) => childrenOf(xml, name).length > 0);
  return Object.fromEntries(present.map(([name, read]) => [name, read(textOf(xml, name))]));
}

/** “true” and “false”, as answers have them. */
export function toYes(text: string): boolean {
  return text === 'true';
}

/** How the keys of a list are read: XML cannot hold all that a key may, so they come encoded where the store can do it. */
export function keyReader(list: Xml): (text: string) => string {
  return textOf(list, 'EncodingType') === 'url' ? decodeKey : String;
}

function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** An element with its content; a list becomes one element each. */
export function writeXml(name: string, content: Xml): string {
  if (isList(content)) return content.map((one) => writeXml(name, one)).join('');
  const inner =
    typeof content === 'string'
      ? escapeText(content)
      : Object.entries(content)
          .map(([child, value]) => writeXml(child, value))
          .join('');
  return `<${name}>${inner}</${name}>`;
}

function escapeText(text: string): string {
  return text.replace(/[<>&\u0000-\u001f]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function isList(xml: Xml): xml is readonly Xml[] {
  return Array.isArray(xml);
}
