import { defineAction } from '#lib/connectors/define.ts';
import { items } from '#lib/connectors/inputs.ts';
import { toFile, toText } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** An entry is a file with its name, or a row of name and content; an object is read as its rows (format.md 2.3). */
export const zip = defineAction({
  label: 'Zip',
  description: 'Packs files into a ZIP archive.',
  pure: true,
  inputs: {
    files: items({
      label: 'Files',
      help: 'Files of earlier steps, or names with contents. A name may have folders: “orders/a.csv”.',
      required: true,
    }),
  },
  example: { data: {}, contentType: 'application/zip' },
  output: 'file',
  synonyms: ['pack', 'compress', 'archive'],
  unverified: true,
  perform: async ({ files }, { now }) => {
    const { zipSync } = await import('fflate');
    const bytes = zipSync(Object.fromEntries(namedFiles(files)), { mtime: now() });
    return { data: { data: bytes.buffer, contentType: 'application/zip' } };
  },
});

/** Two files of one name are both kept: the later one gets a number. */
function namedFiles(entries: readonly unknown[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [index, entry] of entries.entries()) {
    const { name, data } = namedFile(entry);
    if (name === '__proto__') throw impossible(name);
    files.set(freeName(name || `file-${index + 1}`, files), data);
  }
  return files;
}

/** The library keeps files in an object, which has something else under this name. */
function impossible(name: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${name}” cannot be the name of a file in an archive.`,
  });
}

function namedFile(entry: unknown): { name: string; data: Uint8Array } {
  if (typeof entry !== 'object' || entry === null || !('key' in entry) || !('value' in entry)) {
    const { name = '', data } = toFile(entry);
    return { name, data };
  }
  return { name: toText(entry.key), data: toFile(entry.value).data };
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const [, stem = name, end = ''] = /^(.+?)(\.[^./]*)?$/.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${stem} (${count})${end}`;
  return free;
}
