import { defineConnector } from '#lib/connectors/define.ts';
import { compressGzip, decompressGzip } from '#lib/connectors/zip/gzip.ts';
import { unzip } from '#lib/connectors/zip/unzip.ts';
import { zip as zipFiles } from '#lib/connectors/zip/zip.ts';

/** Archives (format.md 2.3). */
export const zip = defineConnector({
  key: 'zip',
  label: 'Zip',
  description: 'Pack files, and unpack them.',
  family: 'files',
  icon: 'file-archive',
  actions: { zip: zipFiles, unzip, compressGzip, decompressGzip },
});
