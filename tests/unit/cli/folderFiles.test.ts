import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderFiles } from '../../../src/cli/run/folderFiles.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'sluice-files-'));
  mkdirSync(join(place, 'attached'));
  writeFileSync(join(place, 'attached', 'contacts.csv'), 'name');
  writeFileSync(join(place, 'outside.txt'), 'not for flows');
});
afterAll(() => rmSync(place, { recursive: true }));

it('a file of the folder is an attachment', async () => {
  const { name, contentType, data } = await folderFiles(join(place, 'attached')).read('contacts.csv');
  expect([name, contentType, new TextDecoder().decode(data)]).toEqual(['contacts.csv', 'text/csv', 'name']);
});

it.each(['../outside.txt', 'none.csv', ''])(
  '“%s” is none: only what lies in the folder itself is',
  async (name) => {
    await expect(folderFiles(join(place, 'attached')).read(name)).rejects.toThrow('There is no file');
  },
);

it('without a folder there are none', async () => {
  await expect(folderFiles(undefined).read('contacts.csv')).rejects.toThrow('There is no file');
});
