import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read } from '#lib/yaml/read.ts';

/** How many texts are tried: few at every change, 10,000 in the long run. */
const ROUNDS = Number(process.env.ROUNDS ?? 400);

/** No text may take longer, however odd it is. */
const MOST_MS = 1000;

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const real = existsSync(corpus)
  ? readdirSync(corpus)
      .filter((name) => name.endsWith('.yml'))
      .map((name) => readFileSync(new URL(name, corpus), 'utf8'))
  : [];
const texts = [readFileSync(new URL('../everyKey.yaml', import.meta.url), 'utf8'), ...real];

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '\t',
    '[',
    '{',
    '&a ',
    '*a',
    '!!map ',
    '- ',
    ': ',
    '|',
    '>-\n',
    '\0',
    '"',
    "'",
    '? ',
    '---\n',
    '%YAML 1.1\n',
    '<<: ',
    '__proto__: ',
    '\ufeff',
    '  '.repeat(60),
  ),
);

/** Cuts something out of a text and puts something in, a few times. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(), fc.nat(60), piece), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, changes]) =>
    changes.reduce((old, [place, cut, put]) => {
      const start = place % (old.length + 1);
      return old.slice(0, start) + put + old.slice(start + cut);
    }, text),
  );

it('a damaged document never throws and never hangs: it is read, or it is said why and where', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const started = performance.now();
      const { integration, problems } = read(text);
      expect(performance.now() - started).toBeLessThan(MOST_MS);
      if (!integration) expect(problems[0]?.message).toMatch(/\S/);
    }),
    { numRuns: ROUNDS },
  );
}, 3_600_000);

it.each([
  ['UTF-8', new TextEncoder().encode('definitionVersion: 7\nname: é\nflows: []')],
  [
    'UTF-8 with its mark',
    new Uint8Array([
      0xef,
      0xbb,
      0xbf,
      ...new TextEncoder().encode('definitionVersion: 7\nname: é\nflows: []'),
    ]),
  ],
  ['UTF-16 LE', utf16('definitionVersion: 7\nname: é\nflows: []', true, false)],
  ['UTF-16 LE with its mark', utf16('definitionVersion: 7\nname: é\nflows: []', true, true)],
  ['UTF-16 BE', utf16('definitionVersion: 7\nname: é\nflows: []', false, false)],
  ['UTF-16 BE with its mark', utf16('definitionVersion: 7\nname: é\nflows: []', false, true)],
])('a file in %s is read', (_encoding, bytes) => {
  expect(read(bytes).integration?.name).toBe('é');
});

it('a file that is no text is refused', () => {
  expect(read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x80])).problems).toMatchObject([
    { code: 'syntax' },
  ]);
});

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  return Uint8Array.from(
    [...marked].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
}
