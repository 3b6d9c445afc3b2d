/** The kinds of input an action may ask for: how each is described, and how a value is read into its type. */
import type { CatalogueInput, InputType } from '#lib/model/catalogue.ts';
import { FailureError } from '#lib/model/failure.ts';

export interface InputDefinition<T> extends Omit<CatalogueInput, 'key'> {
  /** From what the document or an earlier step holds to the type the action wants; throws `input`. */
  read: (value: unknown) => T;
}

interface Options<T = unknown> {
  label: string;
  help?: string;
  required?: boolean;
  default?: T;
}

export interface KeyValue {
  key: string;
  value: unknown;
}

/** One line of text; anything else is written as text (format.md 1.10, coercion). */
export function text(options: Options<string>): InputDefinition<string> {
  return define('text', options, toText);
}

/** Text of several lines. */
export function longText(options: Options<string>): InputDefinition<string> {
  return define('longText', options, toText);
}

/** One of a few words; the value is not checked, files hold others. */
export function choice(options: Options<string> & { choices: readonly string[] }): InputDefinition<string> {
  return { ...define('choice', options, toText), choices: options.choices };
}

/** A number, also one written as text. */
export function number(options: Options<number>): InputDefinition<number> {
  return define('number', options, (value) => toNumber(value, options.label));
}

/** Yes or no; files write it as text (format.md 1.10, coercion). */
export function flag(options: Options<boolean>): InputDefinition<boolean> {
  return { ...define('choice', options, toFlag), choices: ['true', 'false'] };
}

/** Whatever the document or an earlier step holds, as it is. */
export function anything(options: Options): InputDefinition<unknown> {
  return define('longText', options, (value) => value);
}

/** A list of key-value rows (format.md 1.6, `complex`). */
export function pairs(options: Options<readonly KeyValue[]>): InputDefinition<KeyValue[]> {
  return define('pairs', options, (value) => toPairs(value, options.label));
}

/** Something to repeat over: a list, an object as its rows of key and value, or text that holds one of them as JSON. */
export function items(options: Options<readonly unknown[]>): InputDefinition<unknown[]> {
  return define('list', options, (value) => toItems(value, options.label));
}

/** The conditions of a branch; read by the engine, which knows the scope they are evaluated in. */
export function conditions(options: Options): InputDefinition<undefined> {
  return define('conditions', options, () => undefined);
}

function define<T>(type: InputType, options: Options, read: (value: unknown) => T): InputDefinition<T> {
  const { label, help, required = false } = options;
  const withDefault = (value: unknown) => read(isUnset(value) ? (options.default ?? value) : value);
  return { type, label, help, required, default: options.default, read: withDefault };
}

/** Files write an input that nobody filled in as empty text. */
function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function toPairs(value: unknown, label: string): KeyValue[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) throw wrongShape(label, 'a list of keys and values', value);
  return value.map((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('key' in row))
      throw wrongShape(label, 'a list of keys and values', row);
    return { key: toText(row.key), value: 'value' in row ? row.value : undefined };
  });
}

function toItems(value: unknown, label: string): unknown[] {
  const parsed = typeof value === 'string' ? parseJson(value) : value;
  if (Array.isArray(parsed)) return parsed;
  if (typeof parsed !== 'object' || parsed === null) throw wrongShape(label, 'a list or an object', value);
  return Object.entries(parsed).map(([key, item]) => ({ key, value: item as unknown }));
}

/** No number where nothing is given: `required` and `default` say what that means. */
function toNumber(value: unknown, label: string): number {
  const read = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  if (!isUnset(value) && !Number.isNaN(read)) return read;
  throw wrongShape(label, 'a number', value);
}

function toFlag(value: unknown): boolean {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  return typeof word === 'string' ? ['t', 'true', 'y', 'yes'].includes(word) : Boolean(word);
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function wrongShape(label: string, wanted: string, value: unknown): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${label}” needs ${wanted}, but got ${shapeOf(value)}.`,
    hint: 'Look at the output of the step it comes from.',
  });
}

function shapeOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object'
    ? 'an object'
    : `the ${typeof value} ${JSON.stringify(value).slice(0, 40)}`;
}
