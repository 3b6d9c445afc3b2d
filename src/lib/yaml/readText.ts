/** From text to a syntax tree: syntax, limits and forbidden keys. Never throws. */
import { LineCounter, isMap, isSeq, visit, type Document, type ErrorCode, type Scalar } from 'yaml';
import type { DocumentPath, Problem, ProblemCode } from '#lib/model/problem.ts';
import { keyText } from '#lib/yaml/keyText.ts';
import { MOST_ALIASES, Origin } from '#lib/yaml/Origin.ts';
import { parse } from '#lib/yaml/parse.ts';

/** Beyond these a file is refused, so that none can hang or exhaust a tab (architecture 4). */
const limits = { textBytes: 5_000_000, levels: 50 } as const;

/** The core schema of YAML 1.2 and nothing else: no dates, no sets, no merge keys. */
const core = { version: '1.2', schema: 'core', merge: false, prettyErrors: false } as const;

export interface TextReading {
  /** The tree, without aliases; absent when the text has errors. */
  origin?: Origin;
  problems: readonly Problem[];
}

/** Parses YAML text by the core schema (no custom tags, no merge keys). */
export function readText(text: string): TextReading {
  if (text.length > limits.textBytes) return refused('tooLarge', 'The file is larger than 5 MB.');
  const lines = new LineCounter();
  try {
    const origin = new Origin(parse(text, { ...core, lineCounter: lines }, lines), lines);
    check(origin);
    return origin.problems.length > 0 ? { problems: origin.problems } : { origin, problems: [] };
  } catch (thrown) {
    return thrown instanceof RangeError
      ? refused('tooDeep', `The file nests deeper than ${limits.levels} levels.`)
      : refused('syntax', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function check(origin: Origin): void {
  const { document, problems } = origin;
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const found = {
      code: codes[code] ?? 'syntax',
      severity: 'error',
      message: sentence(code, message),
    } as const;
    problems.push({ ...found, path: [], ...origin.at(pos[0]) });
  }
  // A directive would change what words mean: under YAML 1.1 `yes` is true.
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit && version !== '1.2') problems.push(atStart('syntax', 'Only YAML 1.2 is read.'));
  if (problems.length === 0) replaceAliases(document, problems);
  if (problems.length === 0) checkTree(document.contents, [], origin);
}

/** Puts a copy where an alias stands, so that no reader meets one; the library's own count keeps a bomb from going off. */
function replaceAliases(document: Document, problems: Problem[]): void {
  if (!hasAliases(document)) return;
  try {
    document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (thrown) {
    if (!(thrown instanceof ReferenceError)) throw thrown;
    problems.push(aliasProblem(thrown.message));
    return;
  }
  // What `resolve` finds has been resolved once above, so there is always a copy.
  visit(document, { Alias: (_key, alias) => alias.resolve(document)?.clone() as Scalar | undefined });
}

/** The library has one class for both, and only its words tell them apart. */
function aliasProblem(message: string): Problem {
  return message.startsWith('Excessive')
    ? atStart('tooManyAliases', `The file uses more than ${MOST_ALIASES} aliases.`)
    : atStart('syntax', `${message.replace(/\.?$/, '')}.`);
}

function hasAliases(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Depth, and keys that would reach into JavaScript's own objects or that mean the same to them. */
function checkTree(node: unknown, path: DocumentPath, origin: Origin): void {
  if (path.length > limits.levels) {
    const message = `The file nests deeper than ${limits.levels} levels.`;
    origin.note({ code: 'tooDeep', severity: 'error', message, path }, node);
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => checkTree(item, [...path, index], origin));
  } else if (isMap(node)) {
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = keyText(pair.key);
      checkKey(key, pair.key, seen, [...path, key], origin);
      seen.add(key);
      checkTree(pair.value, [...path, key], origin);
    }
  }
}

function checkKey(
  key: string,
  node: unknown,
  seen: ReadonlySet<string>,
  path: DocumentPath,
  origin: Origin,
): void {
  if (FORBIDDEN.has(key)) {
    const message = `The key “${key}” is not allowed.`;
    origin.note({ code: 'forbiddenKey', severity: 'error', message, path }, node);
  } else if (seen.has(key)) {
    const message = sentences.DUPLICATE_KEY ?? '';
    origin.note({ code: 'duplicateKey', severity: 'error', message, path }, node);
  }
}

const codes: Partial<Record<ErrorCode, ProblemCode>> = { DUPLICATE_KEY: 'duplicateKey' };

const sentences: Partial<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: 'This key stands twice in the same mapping.',
  TAG_RESOLVE_FAILED: 'Tags such as !secret are not read.',
  TAB_AS_INDENT: 'Indentation must be spaces, not tabs.',
  BAD_INDENT: 'The indentation does not fit the lines around it.',
  MISSING_CHAR: 'A closing character is missing.',
  BLOCK_IN_FLOW: 'A block cannot stand inside brackets.',
  MULTIPLE_DOCS: 'The file holds more than one document.',
};

/** The library's sentences are for programmers; ours where we have one. */
function sentence(code: ErrorCode, message: string): string {
  return sentences[code] ?? `${message.replace(/\.?$/, '')}.`;
}

function refused(code: ProblemCode, message: string): TextReading {
  return { problems: [atStart(code, message)] };
}

/** A problem of the whole text, which has no line. */
function atStart(code: ProblemCode, message: string): Problem {
  return { code, severity: 'error', message, path: [] };
}
