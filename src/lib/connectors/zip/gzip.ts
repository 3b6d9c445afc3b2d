/** One file made smaller, and back (format.md 2.3). */
import { defineAction } from '#lib/connectors/define.ts';
import { file } from '#lib/connectors/inputs.ts';
import { broken, joined, Output, pushAll } from '#lib/connectors/zip/limits.ts';

const inputs = {
  data: file({ label: 'Data', help: 'A file from an earlier step, or text.', required: true }),
};

export const compressGzip = defineAction({
  label: 'Compress with gzip',
  description: 'Makes a file or a text smaller.',
  pure: true,
  inputs,
  example: { data: {}, contentType: 'application/gzip' },
  output: 'file',
  synonyms: ['gz', 'pack'],
  unverified: true,
  perform: async ({ data: { data } }) => {
    const { gzipSync } = await import('fflate');
    // Without a time, so that the same data always gives the same bytes.
    return { data: { data: gzipSync(data, { mtime: 0 }).buffer, contentType: 'application/gzip' } };
  },
});

/** What kind of file it was is written nowhere in it. */
export const decompressGzip = defineAction({
  label: 'Decompress with gzip',
  description: 'Gives back what was made smaller with gzip.',
  pure: true,
  inputs,
  example: { data: {}, contentType: 'application/octet-stream' },
  output: 'file',
  synonyms: ['gz', 'gunzip', 'unpack', 'extract'],
  unverified: true,
  perform: async ({ data: { data } }) => ({
    data: { data: await unpacked(data), contentType: 'application/octet-stream' },
  }),
});

/** A file may be several in a row. Each ends with its length, which tells whether a part is missing. */
async function unpacked(bytes: Uint8Array): Promise<ArrayBuffer> {
  const { Gunzip } = await import('fflate');
  const output = new Output();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((piece) => {
    output.count(piece.length);
    length += piece.length;
    pieces.push(piece);
  });
  stream.onmember = () => (length = 0);
  pushAll(stream, bytes, 'gzip file');
  if (bytes.length < SHORTEST || statedLength(bytes) !== length) throw broken('gzip file');
  return joined(pieces);
}

/** Bytes of a gzip file with nothing in it: its header and its end. */
const SHORTEST = 18;

function statedLength(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
}
