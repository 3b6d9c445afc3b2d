/** Renames: everything that points to the old name points to the new one, in one edit (format.md 1.6.4). */
import type { Integration } from '#lib/model/integration.ts';
import type { ChangeInput } from '#lib/model/inputs.ts';

/** What a rename has done. */
export interface Renaming {
  integration: Integration;
  /** How many inputs and names were rewritten, the renamed thing itself not counted. */
  rewritten: number;
  /** Places inside code that still say the old name: nothing but a person can tell what they mean. */
  mentions: readonly Mention[];
}

/** A line of code that names what was renamed. */
export interface Mention {
  flow: string;
  step: string;
  /** Key of the input that holds the code. */
  input: string;
  /** From 1. */
  line: number;
  /** The line, without the spaces around it. */
  text: string;
}

/** Wraps a change so that it counts how often it changed something. */
export function counting(change: ChangeInput): { change: ChangeInput; count: () => number } {
  let count = 0;
  const counted: ChangeInput = (input, at) => {
    const next = change(input, at);
    if (next !== input) count += 1;
    return next;
  };
  return { change: counted, count: () => count };
}
