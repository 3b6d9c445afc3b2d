/** What a flow is started with: a request as the user saved it or a sender sent it. */

export interface SavedPayload {
  headers: Readonly<Record<string, string>>;
  queryParameters: Readonly<Record<string, string>>;
  /** The raw body. */
  body: string;
  contentType: string;
}

/** What a flow gets when nobody saved anything for it. */
export const emptyPayload: SavedPayload = {
  headers: {},
  queryParameters: {},
  body: '',
  contentType: 'application/json',
};
