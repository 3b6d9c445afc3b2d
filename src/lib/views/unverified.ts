/** What “unverified” says of an action. */
export const UNVERIFIED =
  'The keys of its inputs or its output follow similar actions: no known file uses it, so another system may name them differently.';
