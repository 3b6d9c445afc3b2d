import { defineConnector } from '#lib/connectors/define.ts';
import { decodeMessage } from '#lib/connectors/messagepack/decodeMessage.ts';
import { encodeMessage } from '#lib/connectors/messagepack/encodeMessage.ts';

/** Data in as few bytes as possible (format.md 2.3). */
export const messagePack = defineConnector({
  key: 'messagepack',
  label: 'MessagePack',
  description: 'Read and write MessagePack, a form of JSON in few bytes.',
  family: 'data',
  icon: 'binary',
  actions: { decodeMessage, encodeMessage },
});
