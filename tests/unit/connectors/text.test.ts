import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { textManipulation } from '#lib/connectors/text/index.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const perform = (key: string, inputs: Record<string, unknown>) =>
  resultOf(textManipulation.actions[key] as StepDefinition, inputs);
const fail = (key: string, inputs: Record<string, unknown>) =>
  failureOf(textManipulation.actions[key] as StepDefinition, inputs);
const noText = { text: { data: bytes(0xff, 0xfe), contentType: 'image/png' } };

describe('text-manipulation', () => {
  it.each([
    ['split', { text: 'a/b//c', separator: '/' }, ['a', 'b', '', 'c']],
    ['split', { text: 'aé👍', separator: '' }, ['a', 'é', '👍']],
    ['split', { text: '', separator: '/' }, ['']],
    ['splitLines', { text: 'a\r\nb\n\n  \nc\n' }, ['a', 'b', 'c']],
    ['splitLines', { text: 'a\n\nb\n', filterBlankLines: 'false' }, ['a', '', 'b', '']],
    ['join', { strings: ['gh', 42, null, true], separator: '-' }, 'gh-42--true'],
    ['join', { strings: ['s3://a/b'], separator: '' }, 's3://a/b'],
    ['join', { strings: [['a', 'b']], separator: ',' }, 'a,b'],
    ['join', { strings: '["a","b"]', separator: ',' }, 'a,b'],
    ['join', { strings: [{ a: 1 }], separator: ',' }, '{"a":1}'],
    ['join', {}, ''],
    ['joinLines', { strings: ['a', ' ', 'b'], newlineType: '\n', numberOfNewlines: '1' }, 'a\n \nb'],
    ['joinLines', { strings: ['a', 'b'], newlineType: '\r\n', numberOfNewlines: '2' }, 'a\r\n\r\nb'],
    ['joinLines', { strings: ['a', 'b'], newlineType: '', numberOfNewlines: '' }, 'a\nb'],
    ['joinLines', { strings: ['a', 'b'], numberOfNewlines: 0 }, 'ab'],
    [
      'replace',
      { text: 'unprocessed/a.xml', find: 'unprocessed/', replace: 'processed/' },
      'processed/a.xml',
    ],
    ['replace', { text: 'gh-1 gh-2', find: 'gh-', replace: '' }, '1 2'],
    ['replace', { text: 'a.b.c', find: '.', replace: '$&$1' }, 'a$&$1b$&$1c'],
    ['replace', { text: 'abc', find: '', replace: 'x' }, 'abc'],
    [
      'replaceMultipleSubstring',
      {
        text: '{a} {b} {a}',
        replace: [
          { key: '{a}', value: 1 },
          { key: '{b}', value: null },
        ],
      },
      '1  1',
    ],
    ['replaceMultipleSubstring', { text: 'a', replace: { a: 'b', b: 'c' } }, 'c'],
    ['slice', { text: '2026-01-31', sliceStart: '0', sliceStop: '4' }, '2026'],
    ['slice', { text: '2026-01-31', sliceStart: -2 }, '31'],
    ['slice', { text: '2026-01-31' }, '2026-01-31'],
    ['match', { text: 'INV-1, INV-2', regex: 'INV-\\d' }, ['INV-1', 'INV-2']],
    ['match', { text: 'INV-12', regex: '([a-z]+)-(\\d)?(x)?', regexFlags: 'i' }, ['INV-1', 'INV', '1', null]],
    ['match', { text: 'abc', regex: 'x' }, null],
    ['trim', { text: '\u00a0 a b\n' }, 'a b'],
    ['upperCase', { text: 'straße' }, 'STRASSE'],
    ['upperCase', { text: 5 }, '5'],
    ['lowerCase', { text: 'ÀB' }, 'àb'],
    ['stringLength', { text: 'abc' }, 3],
    ['stringLength', {}, 0],
    [
      'htmlEncode',
      { text: `<a href="x">'ä' & b</a>` },
      '&lt;a href=&quot;x&quot;&gt;&apos;ä&apos; &amp; b&lt;/a&gt;',
    ],
    ['htmlDecode', { text: '&lt;b&gt; &amp; &auml;&#x1F44D;&nbsp;&unknown;' }, '<b> & ä👍\u00a0&unknown;'],
    ['encodeBase64', { text: 'ä👍' }, 'w6Twn5GN'],
    ['encodeBase64', { text: { data: 'a', contentType: 'x' } }, 'YQ=='],
    ['encodeBase64', { text: { a: 1 } }, 'eyJhIjoxfQ=='],
    ['encodeBase64', {}, ''],
    ['encodeBase64', { text: { data: bytes(0, 255), contentType: 'image/png' } }, 'AP8='],
    ['decodeBase64', { text: 'w6Tw\nn5GN' }, 'ä👍'],
    ['decodeBase64', { text: 'Pz8_Pj4-' }, '???>>>'],
    ['decodeBase64', { text: '' }, ''],
  ])('%s of %j is %j', async (key, inputs, expected) => {
    expect(await perform(key, inputs)).toEqual(expected);
  });

  it('reads the text of a file', async () => {
    const text = { data: new TextEncoder().encode('a,b').buffer, contentType: 'text/csv' };
    expect(await perform('split', { text, separator: ',' })).toEqual(['a', 'b']);
  });

  it('gives bytes back that are no text', async () => {
    const text = await perform('encodeBase64', { text: { data: bytes(255, 0, 1), contentType: '' } });
    const decoded = await perform('decodeBase64', { text });
    expect(decoded).toEqual({ data: bytes(255, 0, 1), contentType: 'application/octet-stream' });
  });

  it('encodes more bytes than a call takes arguments', async () => {
    const data = new Uint8Array(1_000_000).map((_byte, index) => index % 251);
    const text = await perform('encodeBase64', { text: { data, contentType: '' } });
    expect(text).toBe(Buffer.from(data).toString('base64'));
  });

  it.each([
    ...['split', 'splitLines', 'replace', 'replaceMultipleSubstring', 'slice'].map((key) => [key, noText]),
    ...['trim', 'upperCase', 'lowerCase', 'stringLength', 'htmlEncode', 'htmlDecode'].map((key) => [
      key,
      noText,
    ]),
    ['match', { ...noText, regex: 'a' }],
    ['match', { text: 'a', regex: '(' }],
    ['match', { text: 'a', regex: 'a', regexFlags: 'gg' }],
    ['join', { strings: 'a' }],
    ['join', { strings: { a: 1 } }],
    ['joinLines', { strings: 'a' }],
    ['joinLines', { strings: [], numberOfNewlines: 'many' }],
    ['joinLines', { strings: [], numberOfNewlines: -1 }],
    ['joinLines', { strings: [], numberOfNewlines: 1e9 }],
    ['slice', { text: 'a', sliceStart: 'first' }],
    ['replaceMultipleSubstring', { text: 'a', replace: ['a'] }],
    ['decodeBase64', { text: 'a*b' }],
  ] as [string, Record<string, unknown>][])('%s does not take %j', async (key, inputs) => {
    expect(await fail(key, inputs)).toMatchObject({ code: 'input', retry: false });
  });

  it('says what is wrong with a pattern, and with flags', async () => {
    expect(await fail('match', { text: 'a', regex: '(' })).toMatchObject({
      message: 'The regular expression is broken: Unterminated group.',
    });
    expect(await fail('match', { text: 'a', regex: 'a', regexFlags: 'q' })).toMatchObject({
      message: '“q” are no flags of a regular expression.',
    });
  });

  it('says so when a text would become too long', async () => {
    const text = 'a'.repeat(100_000);
    const failure = await fail('replace', { text, find: 'a', replace: text });
    expect(failure).toMatchObject({ code: 'limit', message: 'The text would become too long.' });
  });

  it('makes text of up to 64 million characters, and none that is longer', async () => {
    const text = 'ab'.repeat(1_000_000);
    const longest = { text, find: 'ab', replace: 'x'.repeat(64) };
    expect(await perform('replace', longest)).toHaveLength(64_000_000);
    expect(await fail('replace', { ...longest, replace: 'x'.repeat(65) })).toMatchObject({ code: 'limit' });
  });

  it('does not let a text grow row by row', async () => {
    const replace = Array.from({ length: 4 }, () => ({ key: 'a', value: 'a'.repeat(100) }));
    const failure = await fail('replaceMultipleSubstring', { text: 'a', replace });
    expect(failure).toMatchObject({ code: 'limit', message: 'The text would become too long.' });
    const made = await perform('replaceMultipleSubstring', { text: 'a', replace: replace.slice(2) });
    expect(made).toHaveLength(10_000);
  });
});
