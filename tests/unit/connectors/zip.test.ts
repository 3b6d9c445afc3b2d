import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from '#lib/connectors/zip/index.ts';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

interface Content {
  name?: string;
  data: ArrayBuffer;
  contentType: string;
}

const MEGABYTE = 1024 * 1024;

const textOf = (data: ArrayBuffer) => new TextDecoder().decode(data);

describe('zip', () => {
  it.each<[string, unknown, Readonly<Record<string, string>>]>([
    ['names with contents', { 'a.txt': 'A', 'b/c.json': { x: 1 } }, { 'a.txt': 'A', 'b/c.json': '{"x":1}' }],
    ['rows of them', [{ key: 'a.txt', value: 'A' }], { 'a.txt': 'A' }],
    ['files', [{ name: 'a.txt', data: strToU8('A'), contentType: 'text/plain' }], { 'a.txt': 'A' }],
    ['a file in a row', { 'n.txt': { data: strToU8('A'), contentType: '' } }, { 'n.txt': 'A' }],
    ['files without a name', ['A', 'B'], { 'file-1': 'A', 'file-2': 'B' }],
    [
      'two of one name',
      rows(['a.txt', 'A'], ['a.txt', 'B'], ['a.txt', 'C']),
      { 'a.txt': 'A', 'a (2).txt': 'B', 'a (3).txt': 'C' },
    ],
    ['a name in other letters', { 'größe.txt': '' }, { 'größe.txt': '' }],
  ])('packs %s', async (_what, files, expected) => {
    const packed = await perform('zip', { files });
    expect(packed.contentType).toBe('application/zip');
    const inside = Object.entries(unzipSync(new Uint8Array(packed.data)));
    expect(Object.fromEntries(inside.map(([name, data]) => [name, new TextDecoder().decode(data)]))).toEqual(
      expected,
    );
  });

  it('cannot give a file the name “__proto__”, but any like it', async () => {
    expect(await failureOf(stepOf('zip'), { files: '{"__proto__":"A"}' })).toMatchObject({
      code: 'input',
      message: '“__proto__” cannot be the name of a file in an archive.',
    });
    const { data } = await perform('zip', { files: { 'a/__proto__': 'A', constructor: 'B' } });
    expect((await unpack(data)).map(({ name }) => name)).toEqual(['a/__proto__', 'constructor']);
  });

  it('fails for something else than files', async () => {
    expect(await failureOf(stepOf('zip'), { files: 'x' })).toMatchObject({
      code: 'input',
      message: expect.stringMatching(/needs a list/) as string,
    });
  });
});

describe('unzip', () => {
  it('gives what was packed, with names, folders and kinds of file', async () => {
    const { data } = await perform('zip', { files: { 'a/b.CSV': 'x,y', c: '', 'd.toString': 'z' } });
    const files = await unpack(data);
    expect(files.map(({ name, contentType, data: one }) => [name, contentType, textOf(one)])).toEqual([
      ['a/b.CSV', 'text/csv', 'x,y'],
      ['c', 'application/octet-stream', ''],
      ['d.toString', 'application/octet-stream', 'z'],
    ]);
  });

  it('gives files that zip takes back', async () => {
    const { data } = await perform('zip', { files: { 'a.txt': 'A' } });
    const again = await perform('zip', { files: await unpack(data) });
    expect((await unpack(again.data)).map(({ name }) => name)).toEqual(['a.txt']);
  });

  it('reads files that are stored as they are, and leaves out folders', async () => {
    const bytes = zipSync({ 'd/': new Uint8Array(), 'd/a.txt': [strToU8('A'), { level: 0 }] });
    expect((await unpack(bytes)).map(({ name, data }) => [name, textOf(data)])).toEqual([['d/a.txt', 'A']]);
  });

  it('gives nothing from an archive with nothing in it', async () => {
    expect(await unpack(zipSync({}))).toEqual([]);
  });

  it('keeps names that lead out of the folder, and says so', async () => {
    const lines: string[] = [];
    const log = (level: string, message: string) => lines.push(`${level}: ${message}`);
    const bytes = zipSync({
      '../../etc/passwd': strToU8('x'),
      '/root': strToU8('y'),
      'a..b/c': strToU8('z'),
    });
    const files = (await resultOf(stepOf('unzip'), { data: bytes }, { log })) as Content[];
    expect(files.map(({ name }) => name)).toEqual(['../../etc/passwd', '/root', 'a..b/c']);
    expect(lines).toEqual([
      'warn: 2 names in the archive lead out of its folder, such as “../../etc/passwd”.',
    ]);
  });

  it.each([
    ['that says so', zipSync({ a: zeros(65) })],
    ['in several files together', zipSync(Object.fromEntries([0, 1, 2].map((one) => [`${one}`, zeros(22)])))],
    ['that says it is small', lying(zipSync({ a: zeros(65) }))],
  ])('ends in a limit for an archive that is too big unpacked, %s', async (_what, data) => {
    expect(await failureOf(stepOf('unzip'), { data })).toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/64 MB/) as string,
    });
  });

  it('ends in a limit for too many files', async () => {
    const names = Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array()]);
    const data = zipSync(Object.fromEntries(names) as Record<string, Uint8Array>, { level: 0 });
    expect(await failureOf(stepOf('unzip'), { data })).toMatchObject({
      code: 'limit',
      message: expect.stringMatching(/10000 files/) as string,
    });
  });

  const whole = zipSync({ 'a.txt': strToU8('hello '.repeat(100)), 'b.txt': strToU8('B') });

  it.each([
    ['no archive at all', strToU8('no archive')],
    ['one byte', new Uint8Array(1)],
    ['a part of one', whole.subarray(0, whole.length - 30)],
    ['one whose start is missing', whole.subarray(20)],
    ['one with broken bytes', broken(whole)],
    ['one that states wrong sizes', lying(whole)],
  ])('fails for %s', async (_what, data) => {
    expect(await failureOf(stepOf('unzip'), { data })).toMatchObject({
      code: 'input',
      message: 'This is no ZIP archive, or a part of it is missing or broken.',
    });
  });
});

describe('gzip', () => {
  it.each(['', 'hello', 'ä'.repeat(100_000)])('gives back what it made smaller', async (text) => {
    const small = await perform('compressGzip', { data: text });
    expect(small.contentType).toBe('application/gzip');
    expect(textOf((await perform('decompressGzip', { data: small })).data)).toBe(text);
  });

  it('gives the same bytes for the same data', async () => {
    const [one, other] = [
      await perform('compressGzip', { data: 'x' }),
      await perform('compressGzip', { data: 'x' }),
    ];
    expect(new Uint8Array(one.data)).toEqual(new Uint8Array(other.data));
  });

  it('reads several in a row as one', async () => {
    const data = new Uint8Array([...gzipSync(strToU8('a')), ...gzipSync(strToU8('b'))]);
    expect(textOf((await perform('decompressGzip', { data })).data)).toBe('ab');
  });

  it('ends in a limit for what is too big unpacked', async () => {
    const failure = await failureOf(stepOf('decompressGzip'), { data: gzipSync(zeros(65)) });
    expect(failure).toMatchObject({ code: 'limit', message: expect.stringMatching(/64 MB/) as string });
  });

  const whole = gzipSync(strToU8(Array.from({ length: 1_000 }, (_, index) => index * index).join()));

  it.each([
    ['text', strToU8('no gzip at all')],
    ['one byte', new Uint8Array(1)],
    ['nothing', new Uint8Array()],
    ['a part', whole.subarray(0, 30)],
    ['all but its end', whole.subarray(0, -4)],
    ['broken bytes', broken(whole)],
  ])('fails for %s', async (_what, data) => {
    const message = 'This is no gzip file, or a part of it is missing or broken.';
    expect(await failureOf(stepOf('decompressGzip'), { data })).toMatchObject({
      code: 'input',
      message: expect.stringMatching(message) as string,
    });
  });
});

function rows(...pairs: readonly (readonly [string, string])[]): unknown[] {
  return pairs.map(([key, value]) => ({ key, value }));
}

function zeros(megabytes: number): Uint8Array {
  return new Uint8Array(megabytes * MEGABYTE);
}

/** The sizes in the directory at its end become 1. */
function lying(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
  return bytes;
}

/** What is packed becomes nonsense, from the middle on. */
function broken(packed: Uint8Array): Uint8Array {
  return packed.map((byte, index) => (index > 40 && index < 60 ? 0xff : byte));
}

async function perform(key: string, inputs: Readonly<Record<string, unknown>>): Promise<Content> {
  return (await resultOf(stepOf(key), inputs)) as Content;
}

async function unpack(data: unknown): Promise<Content[]> {
  return (await resultOf(stepOf('unzip'), { data })) as Content[];
}

function stepOf(key: string): StepDefinition {
  const step = zip.actions[key];
  if (!step) throw new Error(`There is no action “${key}”.`);
  return step;
}
