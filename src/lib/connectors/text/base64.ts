/** Bytes as text of 64 letters (format.md 2.3). */
import { defineAction } from '#lib/connectors/define.ts';
import { toBase64 } from '#lib/connectors/letters.ts';
import { content, file } from '#lib/connectors/inputs.ts';
import { FailureError } from '#lib/model/failure.ts';

export const encodeBase64 = defineAction({
  label: 'Encode Base64',
  description: 'Writes a text or a file as Base64.',
  pure: true,
  unverified: true,
  inputs: { text: file({ label: 'Text or file', help: 'Text is encoded as UTF-8, a file byte by byte.' }) },
  example: 'SGVsbG8=',
  perform: ({ text }) => ({ data: toBase64(text.data) }),
});

/** A text where the bytes are one, else a file. */
export const decodeBase64 = defineAction({
  label: 'Decode Base64',
  description: 'Reads Base64 as the text it holds, or as a file when it holds no text.',
  pure: true,
  unverified: true,
  inputs: {
    text: content({ label: 'Base64', help: 'Line breaks, and - and _ for + and /, are read as well.' }),
  },
  example: 'Hello',
  output: 'anything',
  perform: ({ text }) => {
    const bytes = fromBase64(text);
    if (!bytes) throw noBase64();
    return { data: textOrFile(bytes) };
  },
});

/** `undefined` when it is no Base64; that for addresses is read too. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function textOrFile(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { data: bytes.buffer, contentType: 'application/octet-stream' };
  }
}

function noBase64(): FailureError {
  return new FailureError({
    code: 'input',
    message: '“Base64” holds something else than Base64.',
    hint: 'Look at the output of the step it comes from.',
  });
}
