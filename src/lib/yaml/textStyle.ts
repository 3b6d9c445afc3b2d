/** Which way of writing text is safe, and which one we choose. */
import type { TextStyle } from '#lib/model/written.ts';

/** The first style in which the text is safe: literal for several lines, plain where nothing could misread it, quotes else. */
export function ownStyle(text: string): TextStyle {
  if (text.includes('\n')) return isSafe(text, 'literal') ? 'literal' : 'double';
  if (isSafe(text, 'plain') && !looksLikeMore(text)) return 'plain';
  return isSafe(text, 'single') ? 'single' : 'double';
}

/** Whether a text written so is read as the same text again. Folding is never safe: it is not how we write. */
export function isSafe(text: string, style: TextStyle): boolean {
  switch (style) {
    case 'plain':
      return isPrintable(text) && !text.includes('\n') && !UNSAFE_PLAIN.test(text) && !IS_VALUE.test(text);
    case 'single':
      return isPrintable(text) && !text.includes('\n');
    case 'double':
      return true;
    case 'literal':
      return isPrintable(text) && text.includes('\n') && /\S/.test(text) && !text.endsWith('\n\n');
    case 'folded':
      return isPrintable(text) && /^\S(?:[^\n]*\S)?\n?$/.test(text);
  }
}

/** Everything but control characters, halves of pairs, and the marks that a parser takes for line ends or for nothing. */
function isPrintable(text: string): boolean {
  return text.isWellFormed() && !/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
}

/** Indicators of YAML 1.2 (5.3, 7.3.3) that would end a plain text or make it something else. */
const UNSAFE_PLAIN = /^$|^[\s,[\]{}#&*!|>'"%@`]|^[?:-](?:\s|$)|:(?:\s|$)|\s#|\s$|\t|^(?:---|\.\.\.)/;

/** What the core schema reads as nothing, yes or no, or a number (YAML 1.2, 10.3.2). */
const IS_VALUE =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What other readers, by YAML 1.1, take for more than text: yes and no, dates, numbers with colons or underscores. */
function looksLikeMore(text: string): boolean {
  return /^(?:[yYnN]|yes|no|on|off|=|<<)$/i.test(text) || /^[-+.]?\d[\d_:.eExXoObB,+TtZz\s-]*$/.test(text);
}
