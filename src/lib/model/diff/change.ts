/** One difference between two documents, in the words of the domain. */

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved' | 'renamed';

/** What it is about; the parts of a step, flow, config variable or page have nouns of their own. */
export type ChangeNoun =
  | 'integration'
  | 'flow'
  | 'trigger'
  | 'step'
  | 'lane'
  | 'config variable'
  | 'config page'
  | 'element'
  | 'input'
  | 'condition'
  | 'action'
  | 'connector version'
  | 'error handling'
  | 'schedule'
  | 'description'
  | 'documentation'
  | 'category'
  | 'labels'
  | 'setting'
  | 'key';

/** Names as the later document has them; of what was removed, as the earlier one had them. */
export interface ChangePlace {
  flow?: string;
  step?: string;
  lane?: string;
  configVar?: string;
  page?: string;
  input?: string;
}

export interface Change {
  kind: ChangeKind;
  noun: ChangeNoun;
  /** Without a full stop: `Input “url” of “Get customer” changed`. */
  sentence: string;
  place: ChangePlace;
  /** What it was, short enough for a line; only where a text says it. */
  before?: string;
  after?: string;
}

/** What changes are told about: how sentences name it, and where it is. */
export interface Subject {
  /** `“Get customer”`, `flow “Orders”`; absent for the integration itself. */
  phrase?: string;
  place: ChangePlace;
}

/** A name as sentences quote it. */
export function quoted(name: string): string {
  return `“${name}”`;
}

/** "Schedule" becomes `Schedule of “Every morning”`. */
export function partOf(label: string, { phrase }: Subject): string {
  return phrase === undefined ? label : `${label} of ${phrase}`;
}
