/** The kinds of input an action may ask for: how each is described, and how a value is read into its type. */
import {
  isUnset,
  toContent,
  toFile,
  toFlag,
  toItems,
  toList,
  toNumber,
  toObject,
  toPairs,
  toText,
  wrongShape,
  type FileContent,
  type KeyValue,
} from '#lib/connectors/reading.ts';
import type { CatalogueInput, InputType } from '#lib/model/catalogue.ts';
import { isConnection, type ConnectionValue } from '#lib/model/connection.ts';

export interface InputDefinition<T> extends Omit<CatalogueInput, 'key'> {
  /** From what the document or an earlier step holds to the type the action wants; throws `input`. */
  read: (value: unknown) => T;
}

type Described = Pick<CatalogueInput, 'label' | 'help' | 'placeholder'>;

interface Options<T = unknown> extends Described {
  required?: boolean;
  default?: T;
}

/** One line of text; anything else is written as text (format.md 1.10, coercion). */
export function text(options: Options<string>): InputDefinition<string> {
  return define('text', options, toText);
}

/** Text of several lines. */
export function longText(options: Options<string>): InputDefinition<string> {
  return define('longText', options, toText);
}

/** A document as text; bytes and files are read as UTF-8. */
export function content(options: Options<string>): InputDefinition<string> {
  return define('longText', options, (value) => toContent(value, options.label));
}

/** Text in a language: a function, a template, an expression. */
export function code(
  options: Options<string> & { language: NonNullable<CatalogueInput['language']> },
): InputDefinition<string> {
  return { ...define('code', options, toText), language: options.language };
}

/** One of a few words; the value is not checked, files hold others. */
export function choice(options: Options<string> & { choices: readonly string[] }): InputDefinition<string> {
  return { ...define('choice', options, toText), choices: options.choices };
}

/** A number, also one written as text. */
export function number(options: Options<number>): InputDefinition<number> {
  return define('number', options, (value) => toNumber(value, options.label));
}

/** A number that may be left out. */
export function optionalNumber(options: Described): InputDefinition<number | undefined> {
  return define('number', options, (value) => (isUnset(value) ? undefined : toNumber(value, options.label)));
}

/** Yes or no; files write it as text (format.md 1.10, coercion). */
export function flag(options: Options<boolean>): InputDefinition<boolean> {
  return define('boolean', options, toFlag);
}

/** Whatever the document or an earlier step holds, as it is. */
export function anything(options: Options): InputDefinition<unknown> {
  return define('data', options, (value) => value);
}

/** Bytes: a file from an earlier step, or text. */
export function file(options: Options): InputDefinition<FileContent> {
  return define('data', options, toFile);
}

/** An object, or text that holds one as JSON. */
export function object(
  options: Options<Readonly<Record<string, unknown>>>,
): InputDefinition<Record<string, unknown>> {
  return define('object', options, (value) => toObject(value, options.label));
}

/** A list of key-value rows (format.md 1.6, `complex`). */
export function pairs(options: Options<readonly KeyValue[]>): InputDefinition<KeyValue[]> {
  return define('pairs', options, (value) => toPairs(value, options.label));
}

/** A list, or text that holds one as JSON; empty when nothing is given. */
export function list(options: Options<readonly unknown[]>): InputDefinition<unknown[]> {
  return define('list', options, (value) => toList(value, options.label));
}

/** Something to repeat over: a list, an object as its rows of key and value, or text that holds one of them as JSON. */
export function items(options: Options<readonly unknown[]>): InputDefinition<unknown[]> {
  return define('list', options, (value) => toItems(value, options.label));
}

/** The name of a flow of this integration. */
export function flow(options: Options<string>): InputDefinition<string> {
  return define('flow', options, toText);
}

/** A connection; the connector says which kinds there are. Nothing when none was chosen. */
export function connection(options: Options): InputDefinition<ConnectionValue | undefined> {
  return define('connection', options, (value) => {
    if (isUnset(value)) return undefined;
    if (isConnection(value)) return value;
    throw wrongShape(options.label, 'a connection', value);
  });
}

/** The conditions of a branch; read by the engine, which knows the scope they are evaluated in. */
export function conditions(options: Options): InputDefinition<undefined> {
  return define('conditions', options, () => undefined);
}

function define<T>(type: InputType, options: Options, read: (value: unknown) => T): InputDefinition<T> {
  const { label, help, placeholder, required = false } = options;
  const withDefault = (value: unknown) => read(isUnset(value) ? (options.default ?? value) : value);
  return { type, label, help, placeholder, required, default: options.default, read: withDefault };
}
