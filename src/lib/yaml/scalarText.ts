/** Values as YAML text that is read back as the same value of the same type. */
import { parse } from 'yaml';
import type { TextStyle, WrittenNote } from '#lib/model/written.ts';
import { isSafe, ownStyle } from '#lib/yaml/textStyle.ts';

/** A number, yes, no or nothing. Texts and collections are not for here. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A scalar as the file had it where that still fits, else as we write it. Further lines have `indent` before them. */
export function scalarText(value: unknown, note: WrittenNote | undefined, indent: string): string {
  if (typeof value !== 'string') return keptSource(value, note?.source) ?? valueText(value);
  const wanted = note?.style;
  return styles[wanted && isSafe(value, wanted) ? wanted : ownStyle(value)](value, indent);
}

/** The file's own spelling, while it still says the value: an edit changes the value and knows nothing of spellings. */
function keptSource(value: unknown, source: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  return Object.is(parse(source, { schema: 'core' }), value) ? source : undefined;
}

const styles: Readonly<Record<TextStyle, (text: string, indent: string) => string>> = {
  plain: (text) => text,
  single: (text) => `'${text.replaceAll("'", "''")}'`,
  double: doubleQuoted,
  literal: (text, indent) => `|${blockHeader(text)}${blockLines(text, indent)}`,
  folded: (text, indent) => `>${blockHeader(text)}${blockLines(text, indent)}`,
};

/** JSON's escapes are YAML's too; what JSON leaves as it is but a parser would take for a line end is escaped as well. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The indentation is named where the first line would hide it; one line end at the end is the default, none is `-`. */
function blockHeader(text: string): string {
  return `${/^\s/.test(text) ? '2' : ''}${text.endsWith('\n') ? '' : '-'}`;
}

function blockLines(text: string, indent: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? '\n' : `\n${indent}${line}`)).join('');
}
