/** Renames: everything that points to the old name points to the new one, in one edit (format.md 1.6.4). */
import type { ChangeInput } from '#lib/model/inputs.ts';
import type { Input, Integration } from '#lib/model/integration.ts';

/** What a rename has done. */
export interface Renaming {
  integration: Integration;
  /** The name it has now: a taken one got a number. */
  name: string;
  /** How many inputs, page elements and settings were rewritten, the renamed thing itself not counted. */
  rewritten: number;
  /** Places inside code that still say the old name: nothing but a person can tell what they mean. */
  mentions: readonly Mention[];
  /** Why nothing was renamed, as a sentence. */
  refused?: string;
}

/** A line of code that names what was renamed. */
export interface Mention {
  /** Empty for the code of a config variable. */
  flow: string;
  /** The step's name after the rename, or the key of the config variable. */
  step: string;
  /** Key of the input that holds the code. */
  input: string;
  /** From 1. */
  line: number;
  /** The line, without the spaces around it. */
  text: string;
}

/** A rename that did not happen. */
export function refused(integration: Integration, name: string, reason: string): Renaming {
  return { integration, name, rewritten: 0, mentions: [], refused: reason };
}

/** Nothing to do: it has that name already. */
export function unchanged(integration: Integration, name: string): Renaming {
  return { integration, name, rewritten: 0, mentions: [] };
}

/** Wraps a change so that it keeps the inputs it has changed, as they were. */
export function noting(change: ChangeInput): { change: ChangeInput; changed: readonly Input[] } {
  const changed: Input[] = [];
  const noted: ChangeInput = (input, at) => {
    const next = change(input, at);
    if (next !== input) changed.push(input);
    return next;
  };
  return { change: noted, changed };
}

/** Whether a name cannot stand where inputs need it: a placeholder of a template ends at the first brace. */
export function breaksTemplate(name: string, inputs: readonly Input[]): boolean {
  return name.includes('}') && inputs.some(({ type }) => type === 'template');
}
