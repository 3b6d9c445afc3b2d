import type { Comparable } from '../support/comparable.ts';

/** What came of one conformance case on a host, under its sentence. */
export interface Compared extends Comparable {
  sentence: string;
}
