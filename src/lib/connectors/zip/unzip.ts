/** Files out of an archive (format.md 2.3). */
import type { UnzipFileInfo } from 'fflate';
import { defineAction } from '#lib/connectors/define.ts';
import { overLimit } from '#lib/connectors/format/limits.ts';
import { file } from '#lib/connectors/inputs.ts';
import { contentTypeOf } from '#lib/model/contentType.ts';
import { broken, joined, limits, Output, pushAll, whole } from '#lib/connectors/zip/limits.ts';

/** A file that was in an archive, in the form that files have in results. */
interface Unzipped {
  /** With the folders it was in. */
  name: string;
  data: ArrayBuffer;
  contentType: string;
}

/** No file becomes smaller than this part of itself. */
const MOST_TIMES = 1_032;

/** Nothing is written anywhere, so a name that leads out of a folder harms nobody here: it is kept, and said in the log. */
export const unzip = defineAction({
  label: 'Unzip',
  description: 'Takes the files out of a ZIP archive.',
  pure: true,
  inputs: { data: file({ label: 'Archive', help: 'Up to 10,000 files, 64 MB in all.', required: true }) },
  example: [{ name: 'orders/a.csv', data: {}, contentType: 'text/csv' }],
  output: { list: { fields: { name: 'text', data: 'anything', contentType: 'text' } } },
  synonyms: ['extract', 'unpack', 'decompress', 'archive'],
  unverified: true,
  perform: async ({ data: { data } }, { log }) => {
    const files = await filesIn(data);
    const outside = files.filter(({ name }) => leadsOut(name));
    if (outside.length > 0)
      log(
        'warn',
        `${outside.length} names in the archive lead out of its folder, such as “${outside[0]?.name}”.`,
      );
    return { data: files };
  },
});

/** Sizes that an archive states may be false: what really comes out is counted, and then compared. */
async function filesIn(bytes: Uint8Array): Promise<Unzipped[]> {
  const stated = await statedSizes(bytes);
  const { Unzip, UnzipInflate } = await import('fflate');
  const output = new Output();
  const files: Unzipped[] = [];
  const stream = new Unzip((entry) => {
    const pieces: Uint8Array[] = [];
    entry.ondata = (error, piece, final) => {
      if (error) throw error;
      output.count(piece.length);
      pieces.push(piece);
      const { name } = entry;
      if (final && !name.endsWith('/'))
        files.push({ name, data: joined(pieces), contentType: contentTypeOf(name) });
    };
    entry.start();
  });
  stream.register(UnzipInflate);
  pushAll(stream, bytes, 'ZIP archive');
  if (!isAsStated(files, stated)) throw broken('ZIP archive');
  return files;
}

/** From the directory at the end of the archive. Throws `limit` before anything is unpacked. */
async function statedSizes(bytes: Uint8Array): Promise<number[]> {
  const { unzipSync } = await import('fflate');
  const output = new Output();
  const sizes: number[] = [];
  const filter = ({ name, size, originalSize }: UnzipFileInfo) => {
    if (size > bytes.length || originalSize > MOST_TIMES * (size + 1)) throw broken('ZIP archive');
    output.count(originalSize);
    if (!name.endsWith('/')) sizes.push(originalSize);
    if (sizes.length > limits.files)
      throw overLimit(`There are more than ${limits.files} files in the archive.`);
    return false;
  };
  whole('ZIP archive', () => unzipSync(bytes, { filter }));
  return sizes;
}

/** The order of the directory may be another one than that of the files. */
function isAsStated(files: readonly Unzipped[], stated: readonly number[]): boolean {
  const ascending = (left: number, right: number) => left - right;
  const sizes = files.map(({ data }) => data.byteLength).sort(ascending);
  return (
    sizes.length === stated.length && stated.toSorted(ascending).every((size, index) => size === sizes[index])
  );
}

function leadsOut(name: string): boolean {
  return /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..');
}
