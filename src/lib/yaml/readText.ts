/** From text to plain data: syntax, limits and forbidden keys. Never throws. */
import { LineCounter, isNode, parseDocument, type Document, type ErrorCode } from 'yaml';
import type { DocumentPath, Problem, ProblemCode } from '#lib/model/problem.ts';
import { isRecord, type Notes } from '#lib/yaml/MapReader.ts';

/** Beyond these a file is refused, so that none can hang or exhaust a tab (architecture 4). */
const limits = { textBytes: 5_000_000, aliases: 100, levels: 50 } as const;

/** The core schema of YAML 1.2 and nothing else: no dates, no sets, no merge keys. */
const core = { version: '1.2', schema: 'core', merge: false, prettyErrors: false } as const;

export interface TextReading {
  /** Plain data; absent when the text has errors. */
  data?: unknown;
  problems: Problem[];
  /** Adds line and column to notes made while reading `data`. */
  locate: (notes: Notes) => Problem[];
}

/** Parses YAML text by the core schema (no custom tags, no merge keys). */
export function readText(text: string): TextReading {
  if (text.length > limits.textBytes) return refused('tooLarge', 'The file is larger than 5 MB.');
  const lines = new LineCounter();
  try {
    return readDocument(parseDocument(text, { ...core, lineCounter: lines }), lines);
  } catch (thrown) {
    return thrown instanceof RangeError
      ? refused('tooDeep', `The file nests deeper than ${limits.levels} levels.`)
      : refused('syntax', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function readDocument(document: Document, lines: LineCounter): TextReading {
  const locate = (notes: Notes) => notes.map((note) => ({ ...note, ...place(document, lines, note.path) }));
  const problems = [...document.errors, ...document.warnings].map((error): Problem => {
    const { line, col } = lines.linePos(error.pos[0]);
    const message = sentence(error.code, error.message);
    return { code: codes[error.code] ?? 'syntax', severity: 'error', message, path: [], line, column: col };
  });
  // A directive would change what words mean: under YAML 1.1 `yes` is true.
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit && version !== '1.2') problems.push(atStart('syntax', 'Only YAML 1.2 is read.'));
  if (problems.length > 0) return { problems, locate };
  return { ...toData(document, locate), locate };
}

function toData(document: Document, locate: TextReading['locate']): Pick<TextReading, 'data' | 'problems'> {
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: limits.aliases });
  } catch (thrown) {
    if (!(thrown instanceof ReferenceError)) throw thrown;
    // The library has one class for both, and only its words tell them apart.
    const problem = thrown.message.startsWith('Excessive')
      ? atStart('tooManyAliases', `The file uses more than ${limits.aliases} aliases.`)
      : atStart('syntax', `${thrown.message.replace(/\.?$/, '')}.`);
    return { problems: [problem] };
  }
  const notes: Notes = [];
  checkTree(data, [], notes);
  return notes.length > 0 ? { problems: locate(notes) } : { data, problems: [] };
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Depth, and keys that would reach into JavaScript's own objects. */
function checkTree(value: unknown, path: DocumentPath, notes: Notes): void {
  if (path.length > limits.levels) {
    notes.push({
      code: 'tooDeep',
      severity: 'error',
      message: `The file nests deeper than ${limits.levels} levels.`,
      path,
    });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => checkTree(item, [...path, index], notes));
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) checkKey(key, value[key], path, notes);
  }
}

function checkKey(key: string, value: unknown, path: DocumentPath, notes: Notes): void {
  if (FORBIDDEN.has(key)) {
    notes.push({
      code: 'forbiddenKey',
      severity: 'error',
      message: `The key “${key}” is not allowed.`,
      path: [...path, key],
    });
  } else {
    checkTree(value, [...path, key], notes);
  }
}

/** Where a path stands in the text; of a path that is not there, the nearest place above it. */
function place(
  document: Document,
  lines: LineCounter,
  path: DocumentPath,
): { line?: number; column?: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
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
  return { problems: [atStart(code, message)], locate: () => [] };
}

/** A problem of the whole text, which has no line. */
function atStart(code: ProblemCode, message: string): Problem {
  return { code, severity: 'error', message, path: [] };
}
