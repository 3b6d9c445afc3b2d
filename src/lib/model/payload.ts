/** What a flow is started with: a request as the user saved it or a sender sent it. */

export interface SavedPayload {
  headers: Readonly<Record<string, string>>;
  queryParameters: Readonly<Record<string, string>>;
  /** The raw body. */
  body: string;
  contentType: string;
  /** What follows the address of the webhook in the request's path. */
  pathFragment?: string;
  /** Where a recursion goes on (format.md 1.7). */
  paginationState?: { cursor: unknown };
}

/** Where an execution runs, as triggers and code are told (format.md 1.7, 1.10). */
export interface RunFacts {
  executionId: string;
  integration: { id: string; name: string; versionSequenceId?: string; externalVersion?: string };
  flow: { id: string; name: string; stableId?: string };
  /** ISO text. */
  startedAt: string;
  /** Addresses of the integration's own webhooks, by name of flow. */
  webhookUrls?: Readonly<Record<string, string>>;
  webhookApiKeys?: Readonly<Record<string, readonly string[]>>;
  customer?: { id: string; name: string; externalId: string };
  instance?: { id: string; name: string };
  user?: { id: string; email: string; name: string; externalId: string };
  debug?: boolean;
  /** How many flows wait for this one, each for the next. */
  depth?: number;
  /** How many flows started one another before this one, awaited or not. */
  chain?: number;
}

/** What a flow gets when nobody saved anything for it. */
export const emptyPayload: SavedPayload = {
  headers: {},
  queryParameters: {},
  body: '',
  contentType: 'application/json',
};
