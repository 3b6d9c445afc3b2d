/** Text of a stranger's file as part of one line: it may not break the line, nor send commands to the terminal. */

/** Spaces for line breaks and tabs; other control characters and marks of writing direction become visible. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(HIDDEN, (character) => `\\u{${hex(character)}}`);
}

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}
