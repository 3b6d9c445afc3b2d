/** Facts of the format about inputs that the catalogue does not tell. */

/** Inputs that hold JSON as text, by `connector/action/input`. */
export const jsonInputs: ReadonlySet<string> = new Set([
  'stop-execution/stopExecution/jsonBody',
  'collection-tools/validateJsonSchema/jsonSchema',
]);

/** Actions whose `url` must be an address. */
export const urlInput = 'url';
export const urlConnectors: ReadonlySet<string> = new Set(['http', 'graphql', 'soap']);

/** Headers that a browser sets itself and drops from a request (Fetch, forbidden request-headers). */
export const droppedHeaders: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
]);

/** What keys and tokens of well-known services look like. */
export const secretShapes: readonly RegExp[] = [
  /^sk-[\w-]{16,}$/,
  /^(?:AKIA|ASIA)[A-Z0-9]{16}$/,
  /^gh[pousr]_\w{20,}$/,
  /^github_pat_\w{20,}$/,
  /^xox[abeprs]-[\w-]{10,}$/,
  /^AIza[\w-]{30,}$/,
  /^(?:Bearer|Basic)\s+[\w+/=.-]{16,}$/,
  /^eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*$/,
  /-----BEGIN (?:\w+ )?PRIVATE KEY-----/,
];
