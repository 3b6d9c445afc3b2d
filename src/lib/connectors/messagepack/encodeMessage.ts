import { defineAction } from '#lib/connectors/define.ts';
import { anything } from '#lib/connectors/inputs.ts';
import { bytesOf, parseJson } from '#lib/connectors/reading.ts';

/** Plain data may be so deep; deeper data no step hands on. */
const DEEPEST = 2_000;

/** Data as a MessagePack message (format.md 2.3, messagepack). */
export const encodeMessage = defineAction({
  label: 'Encode message',
  description: 'Writes data as a MessagePack message.',
  synonyms: ['msgpack', 'pack', 'serialize'],
  pure: true,
  inputs: {
    data: anything({
      label: 'Data',
      help: 'Text that holds a list or an object as JSON is written as such.',
    }),
  },
  example: { data: {}, contentType: 'application/vnd.msgpack' },
  output: 'file',
  perform: async ({ data }) => {
    const { encode } = await import('@msgpack/msgpack');
    const bytes = encode(withBytes(dataOf(data)), { ignoreUndefined: true, maxDepth: DEEPEST });
    return { data: { data: bytes.slice().buffer, contentType: 'application/vnd.msgpack' } };
  },
});

function dataOf(data: unknown): unknown {
  const parsed = parseJson(data);
  return typeof parsed === 'object' && parsed !== null ? parsed : data;
}

/** The library knows bytes only as views. */
function withBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const bytes = bytesOf(value);
  if (bytes) return bytes;
  if (Array.isArray(value)) return value.map(withBytes);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBytes(inner)]));
}
