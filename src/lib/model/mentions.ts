/** Finds names inside code, which no rename can rewrite. What is found may mean something else; a person has to look. */
import type { Input, Integration } from '#lib/model/integration.ts';
import { eachInput, type InputPlace } from '#lib/model/inputs.ts';
import type { Mention } from '#lib/model/rename.ts';

/** Lines of one flow that read a step's results by its reference name: `stepResults.getOrder`, `{ getOrder } = …`. */
export function stepMentions(integration: Integration, flowName: string, head: string): Mention[] {
  if (head === '') return [];
  const find = finder(head, propertyOf(['stepResults'], head), destructured(head));
  return mentions(integration, (text, at) => (at.flow === flowName ? find(text, at) : []));
}

/** Lines that name a flow: `webhookUrls["Orders"]`, and in code its name in quotes. */
export function flowMentions(integration: Integration, name: string): Mention[] {
  const find = finder(name, propertyOf(['webhookUrls', 'webhookApiKeys'], name), inQuotes(name));
  return mentions(integration, find);
}

/** Lines that read a config variable: `configVars["API key"]`, `{ limit } = configVars`. */
export function configVarMentions(integration: Integration, key: string): Mention[] {
  return mentions(integration, finder(key, propertyOf(['configVars'], key), destructured(key)));
}

/** Where in a text a name stands, as positions. */
type Find = (text: string) => number[];

/** Whether an input holds code (format.md 2): of a code step, or a function that filters, maps or sorts. */
function isCode(key: string): boolean {
  return /^code$|Code(Input)?$/.test(key);
}

function finder(name: string, anywhere: Find, inCode: Find): (text: string, at: InputPlace) => number[] {
  return (text, { key }) => {
    if (!text.includes(name)) return [];
    return isCode(key) ? [...anywhere(text), ...inCode(text)] : anywhere(text);
  };
}

function mentions(integration: Integration, find: (text: string, at: InputPlace) => number[]): Mention[] {
  return Array.from(eachInput(integration)).flatMap(({ input, at }) => {
    const text = textOf(input);
    const positions = find(text, at);
    return positions.length > 0 ? linesAt(text, positions).map((line) => mention(line, at)) : [];
  });
}

function textOf({ type, value }: Input): string {
  return (type === 'value' || type === 'template') && typeof value === 'string' ? value : '';
}

interface Line {
  number: number;
  text: string;
}

/** The lines of a text that hold one of the positions, each once and in their order. */
function linesAt(text: string, positions: readonly number[]): Line[] {
  const sorted = Array.from(positions).sort((one, other) => one - other);
  let [start, next] = [0, 0];
  return text.split('\n').flatMap((line, index) => {
    const end = start + line.length;
    const first = next;
    while (next < sorted.length && (sorted[next] ?? 0) <= end) next++;
    start = end + 1;
    return next > first ? [{ number: index + 1, text: line.trim() }] : [];
  });
}

/** Code may be one line of any length; what is shown of it is not. */
const LONGEST_LINE = 200;

function mention({ number, text }: Line, { flow = '', step, configVar = '', key }: InputPlace): Mention {
  const shown = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  return { flow, step: step ?? configVar, input: key, line: number, text: shown };
}

/** `object.name`, `object?.name` and `object["name"]`. */
function propertyOf(objects: readonly string[], name: string): Find {
  const plain = escaped(name);
  const property = `\\??\\.\\s*${plain}(?![\\w$])|(?:\\?\\.\\s*)?\\[\\s*(["'\`])${plain}\\1`;
  const pattern = new RegExp(`(?<![\\w$])(?:${objects.join('|')})\\s*(?:${property})`, 'g');
  return (text) =>
    Array.from(text.matchAll(pattern), ({ 0: whole, index }) => index + whole.lastIndexOf(name));
}

/** Every use of a name as a word where the code takes it out of an object: `{ name }`, `{ a, name: b }`. */
function destructured(name: string): Find {
  const plain = escaped(name);
  const pattern = new RegExp(`[{,]\\s*(?:(["'])${plain}\\1|${plain})\\s*[,}:=]`);
  const word = new RegExp(`(?<![\\w$.])${plain}(?![\\w$])`, 'g');
  return (text) => (pattern.test(text) ? Array.from(text.matchAll(word), ({ index }) => index) : []);
}

function inQuotes(name: string): Find {
  const pattern = new RegExp(`(["'\`])${escaped(name)}\\1`, 'g');
  return (text) => Array.from(text.matchAll(pattern), ({ index }) => index + 1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
