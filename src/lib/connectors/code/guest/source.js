/**
 * The guest as one expression, for a host to evaluate: a function without parameters. Its parts are files of one
 * expression each, which every host reads in its own way. They need nothing but the language (`fetch` needs TextDecoder
 * besides), and take what they use before the user's code can replace it.
 */

/** Files of this folder, in the order in which `guest.js` takes them. */
export const GUEST_PARTS = ['plain', 'log', 'network'];

/** `texts` are the files by name. */
export function guestSource(texts) {
  const parts = GUEST_PARTS.map((name) => expressionOf(texts[name]));
  return `(() => { 'use strict'; return (${expressionOf(texts.guest)})(${parts.join(',\n')}); })`;
}

/** A file that is one expression, without what ends it as a statement. */
export function expressionOf(file) {
  return file.trim().replace(/;$/, '');
}
