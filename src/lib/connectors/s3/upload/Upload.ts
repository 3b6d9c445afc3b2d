import type { Send, Session } from '#lib/connectors/s3/ask.ts';

/** What is written, and how it is sent. */
export interface Upload {
  session: Session;
  send: Send;
  key: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of the object: what it is, and who may use it. */
  headers: Readonly<Record<string, string>>;
}
