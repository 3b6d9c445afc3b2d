/** Files of a folder as the attachments of an integration. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';
import { contentTypeOf } from '#lib/model/contentType.ts';

/** Only those that lie in the folder itself. */
export function folderFiles(folder: string | undefined): Files {
  return {
    async read(name) {
      const names = folder === undefined ? [] : await readdir(folder);
      if (folder === undefined || !names.includes(name)) throw missing(name, folder);
      const bytes = await readFile(join(folder, name));
      return { name, contentType: contentTypeOf(name), data: new Uint8Array(bytes).buffer };
    },
  };
}

function missing(name: string, folder: string | undefined): FailureError {
  return new FailureError({
    code: 'input',
    message: `There is no file “${name}”${folder === undefined ? '' : ` in ${folder}`}.`,
    hint: 'Say with --files in which folder the attachments are.',
  });
}
