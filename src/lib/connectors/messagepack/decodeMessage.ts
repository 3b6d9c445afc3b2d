import { defineAction } from '#lib/connectors/define.ts';
import { file } from '#lib/connectors/inputs.ts';
import { problemOf } from '#lib/connectors/messagepack/problemOf.ts';
import { FailureError } from '#lib/model/failure.ts';

/** What a MessagePack message holds, as plain data (format.md 2.3, messagepack). */
export const decodeMessage = defineAction({
  label: 'Decode message',
  description: 'Reads data out of a MessagePack message.',
  synonyms: ['msgpack', 'unpack', 'deserialize', 'parse'],
  pure: true,
  inputs: { message: file({ label: 'Message', help: 'Bytes, or a file.', required: true }) },
  example: { data: ['first', 'second'] },
  output: 'anything',
  perform: async ({ message: { data: bytes } }) => {
    const problem = problemOf(bytes);
    if (problem !== undefined) throw unreadable(problem);
    return { data: await decoded(bytes) };
  },
});

async function decoded(bytes: Uint8Array): Promise<unknown> {
  const { decode, decodeTimestampExtension, EXT_TIMESTAMP } = await import('@msgpack/msgpack');
  const extensionCodec = {
    tryToEncode: () => null,
    /** A time becomes ISO text; what an application has invented stays bytes with its number. */
    decode: (data: Uint8Array, type: number) =>
      type === EXT_TIMESTAMP ? isoText(decodeTimestampExtension(data)) : { type, data: data.slice() },
  };
  try {
    return decode(bytes, { extensionCodec });
  } catch (thrown) {
    throw unreadable('it holds a value or a key that JSON does not know', thrown);
  }
}

function isoText(time: unknown): string {
  return (time as Date).toISOString();
}

function unreadable(problem: string, thrown?: unknown): FailureError {
  return new FailureError({
    code: 'input',
    message: `“Message” is no MessagePack that can be read: ${problem}.`,
    hint: 'Ask for the response type “binary” where the message comes from a request.',
    ...(thrown instanceof Error && { detail: thrown.message }),
  });
}
