/** What was renamed between two documents, so that what only follows a rename is no change of its own. */

export interface Names {
  /** Whether the head of a reference in this flow may be spelled otherwise now (format.md 1.6.4). */
  headFollows: (before: string, after: string) => boolean;
  /** From the earlier to the later name. */
  flows: ReadonlyMap<string, string>;
  /** From the earlier to the later key. */
  configVars: ReadonlyMap<string, string>;
}

export const noNames: Names = { headFollows: () => false, flows: new Map(), configVars: new Map() };
