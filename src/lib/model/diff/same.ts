/** Whether two values of a document mean the same: comments and scalar styles do not count, nor what follows a rename. */
import type { Names } from '#lib/model/diff/names.ts';
import type { Input } from '#lib/model/integration.ts';
import { parsePath } from '#lib/model/reference.ts';
import { templateParts, type TemplatePart } from '#lib/model/template.ts';

/** Compares nouns of the model and lists of them. A key that holds `undefined` is the same as none. */
export function sameNoun(before: unknown, after: unknown, names: Names): boolean {
  if (Object.is(before, after)) return true;
  if (Array.isArray(before)) return sameList(before, after, (one, other) => sameNoun(one, other, names));
  if (!isRecord(before) || !isRecord(after)) return false;
  return sameEntries(before, after, (key) => key === 'written' || sameEntry(key, before, after, names));
}

/** One input of a step; flows are also named by the plain value of `flowName` (format.md 1.4). */
export function sameInput(key: string, before: Input, after: Input, names: Names): boolean {
  if (sameNoun(before, after, names)) return true;
  if (key !== 'flowName' || before.type !== 'value' || after.type !== 'value') return false;
  return typeof before.value === 'string' && names.flows.get(before.value) === after.value;
}

/** Compares what a user or a file wrote, where every key counts. */
export function sameData(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (Array.isArray(before)) return sameList(before, after, sameData);
  if (!isRecord(before) || !isRecord(after)) return false;
  return sameEntries(before, after, (key) => sameData(own(before, key), own(after, key)));
}

type Plain = Readonly<Record<string, unknown>>;

/** Keys of nouns that hold data, not nouns. */
const dataKeys: ReadonlySet<string> = new Set(['extra', 'defaultValue']);

function sameEntry(key: string, before: Plain, after: Plain, names: Names): boolean {
  const [was, is] = [own(before, key), own(after, key)];
  if (key === 'value') return sameValue(before.type, was, is, names);
  return dataKeys.has(key) ? sameData(was, is) : sameNoun(was, is, names);
}

/** What an input or an element of a page holds, by its type. */
function sameValue(type: unknown, before: unknown, after: unknown, names: Names): boolean {
  if (type === 'complex') return sameNoun(before, after, names);
  const follows = typeof type === 'string' ? followers.get(type) : undefined;
  const texts = typeof before === 'string' && typeof after === 'string';
  return sameData(before, after) || (texts && follows !== undefined && follows(before, after, names));
}

type Follows = (before: string, after: string, names: Names) => boolean;

const followers: ReadonlyMap<string, Follows> = new Map<string, Follows>([
  ['reference', samePath],
  ['configVar', (before, after, names) => names.configVars.get(before) === after],
  ['template', sameTemplate],
]);

function sameTemplate(before: string, after: string, names: Names): boolean {
  return sameList(templateParts(before), templateParts(after), (part, other) => samePart(part, other, names));
}

function samePart(before: TemplatePart, after: TemplatePart, names: Names): boolean {
  if (before.kind === 'reference')
    return after.kind === 'reference' && samePath(before.path, after.path, names);
  if (before.kind === 'text') return after.kind === 'text' && before.text === after.text;
  if (after.kind !== 'configVar') return false;
  return before.key === after.key || names.configVars.get(before.key) === after.key;
}

function samePath(before: string, after: string, names: Names): boolean {
  if (before === after) return true;
  const [head, rest] = splitHead(before);
  const [newHead, newRest] = splitHead(after);
  if (head !== newHead && !names.headFollows(head, newHead)) return false;
  return rest === newRest || sameAddresses(parsePath(rest), parsePath(newRest), names);
}

function splitHead(path: string): [head: string, rest: string] {
  const end = path.search(/[.[]/);
  return end < 0 ? [path, ''] : [path.slice(0, end), path.slice(end)];
}

/** `webhookUrls.<Flow>`: the only place of a path that names a flow. */
function sameAddresses(before: readonly string[], after: readonly string[], { flows }: Names): boolean {
  const at = before.findIndex((part) => part === 'webhookUrls' || part === 'webhookApiKeys') + 1;
  if (at === 0 || before.length !== after.length) return false;
  return before.every(
    (part, index) => part === after[index] || (index === at && flows.get(part) === after[at]),
  );
}

function sameList<T>(before: readonly T[], after: unknown, same: (one: T, other: T) => boolean): boolean {
  if (!Array.isArray(after) || before.length !== after.length) return false;
  return before.every((item, index) => same(item, after[index] as T));
}

/** Loops, because this is where a comparison of two documents spends its time. */
function sameEntries(before: Plain, after: Plain, same: (key: string) => boolean): boolean {
  for (const key of Object.keys(before)) if (!same(key)) return false;
  for (const key of Object.keys(after)) if (!Object.hasOwn(before, key) && !same(key)) return false;
  return true;
}

/** Own keys only: a stranger's file may name a key like a property that every object has. */
function own(value: Plain, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
