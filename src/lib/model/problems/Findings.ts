/** What a rule has found, and how it can be mended. */
import type { Integration } from '#lib/model/integration.ts';
import type { Problem } from '#lib/model/problem.ts';

/** A problem of a whole document. `path` is its place in the document as version 7 has it. */
export interface Finding extends Problem {
  place: FindingPlace;
  /** The best first; none where nothing can be done but to look. */
  fixes: readonly Fix[];
}

/** The same place in the words of the designer: names, and the key of an input. */
export interface FindingPlace {
  flow?: string;
  step?: string;
  input?: string;
  configVar?: string;
}

/** A way to mend it. Without an edit only a person can do it, at the place. */
export interface Fix {
  label: string;
  /** Leaves a document alone that has changed since so that there is nothing to mend. */
  edit?: (integration: Integration) => Integration;
}

/** What needs a parser, which whoever asks for problems brings along. `undefined` is in order. */
export interface Checks {
  /** One sentence about a cron expression of five or six fields. */
  cron: (text: string) => string | undefined;
  /** About JavaScript. */
  code: (text: string) => CodeProblem | undefined;
}

export interface CodeProblem {
  /** One sentence. */
  message: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

/** The way to the place. */
export const goTo: Fix = { label: 'Go to' };
