/** Where code may send something: addresses it spells out, and ways out whose end nobody can read from it. */
import { isClosed, readAddress, runTimeHole } from '#lib/model/audit/address.ts';
import { addressesIn } from '#lib/model/audit/addressesIn.ts';

/** Texts in quotes, their escapes not read. */
const quotedText = /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|`(?:[^`\\]|\\[\s\S])*`/g;

/** What reaches the network, loads code or gets at everything that exists; a word in a sentence is not followed by a sign. */
const wayOut =
  /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|require|axios|eval|Function|constructor|Reflect)\b\s*[^\s\w]|\bimport\s*[("'`{*]|\b(?:globalThis|self|window|this)\s*\[/g;

/** A call whose address is spelled out: that is told by the address. */
const knownCall = /^(?:fetch|WebSocket|EventSource)\s*\(\s*(['"`])((?:(?!\1)[^\\])*)\1\s*[,)]/;

/** Texts that are read like any other address; one with a hole is decided at run time. */
export function codeAddresses(code: string): string[] {
  const open = code.replace(placeholder, runTimeHole);
  const literals = Array.from(open.matchAll(quotedText), ({ 0: whole, index }) =>
    continued(unescaped(whole.slice(1, -1)), restAt(open, index + whole.length)),
  );
  // Quotes in comments and patterns may lead the reading of literals astray: addresses count wherever they stand.
  const anywhere = withRest(unescaped(open));
  const unknown = hasUnknownCall(code) ? [runTimeHole] : [];
  return Array.from(new Set([...literals.filter(isWholeAddress), ...anywhere, ...unknown]));
}

const placeholder = /\$\{[^}]*\}?/g;

function withRest(text: string): string[] {
  return addressesIn(text).map(({ text: found, start }) =>
    continued(found, restAt(text, start + found.length).replace(/^["'`]/, '')),
  );
}

/** What follows, as far as it is looked at. */
function restAt(text: string, index: number): string {
  return text.slice(index, index + 200);
}

/** `'https://' + host`: what is put behind an address may still be its host. */
function continued(address: string, rest: string): string {
  const goesOn = !isClosed(address) && /^\s*(?:\+|\.concat\b)/.test(rest);
  return goesOn ? address + runTimeHole : address;
}

/** A text that is nothing but an address, however oddly it is written. */
function isWholeAddress(text: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]{0,20}:)?[/\\]{2}/i.test(text) && readAddress(text, false).kind !== 'none';
}

function hasUnknownCall(code: string): boolean {
  return Array.from(code.matchAll(wayOut)).some(({ index }) => {
    const [, , address = ''] = knownCall.exec(code.slice(index, index + 1000)) ?? [];
    return readAddress(address.replace(placeholder, runTimeHole), false).kind !== 'host';
  });
}

/** Escapes of JavaScript: `\x68`, `\u0068`, `\u{68}`, and a sign that stands for itself. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|([\s\S]))/gi,
    (_all, x, u, point, sign: string | undefined) => {
      if (sign !== undefined) return sign === '\n' ? '' : (controls.get(sign) ?? sign);
      return codePoint(String(x ?? u ?? point));
    },
  );
}

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function codePoint(hex: string): string {
  const number = Number.parseInt(hex, 16);
  return number <= 0x10ffff ? String.fromCodePoint(number) : '';
}
