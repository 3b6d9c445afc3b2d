import { encode, ExtData } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '#lib/connectors/messagepack/decodeMessage.ts';
import { encodeMessage } from '#lib/connectors/messagepack/encodeMessage.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
const text = (content: string) => [...new TextEncoder().encode(content)];
const decoded = async (message: unknown) => await resultOf(decodeMessage, { message });

interface Message {
  data: ArrayBuffer;
  contentType: string;
}

const encoded = async (data: unknown) => (await resultOf(encodeMessage, { data })) as Message;

describe('a message', () => {
  it('is read from bytes and from files', async () => {
    const written = encode({ data: ['A', 'B'] });
    const file = { data: written.slice().buffer, contentType: 'application/octet-stream' };
    expect(await decoded(written)).toEqual({ data: ['A', 'B'] });
    expect(await decoded(file)).toEqual({ data: ['A', 'B'] });
    expect(await decoded(JSON.parse(JSON.stringify(Buffer.from(written))))).toEqual({ data: ['A', 'B'] });
  });

  it('is bytes with their type', async () => {
    expect(await encoded({ a: [1, null] })).toEqual({
      data: bytes(0x81, 0xa1, 0x61, 0x92, 1, 0xc0).buffer,
      contentType: 'application/vnd.msgpack',
    });
  });

  it('gives back any data', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (data) => {
        // Text that holds a list or an object as JSON is written as such.
        fc.pre(typeof data !== 'string' || !/^\s*[[{]/.test(data));
        expect(JSON.stringify(await decoded(await encoded(data)))).toBe(JSON.stringify(data));
      }),
      { numRuns: 200 },
    );
  });

  it.each([0, 15, 16, 31, 32, 255, 256, 65_535, 65_536])(
    'holds lists, objects, texts and bytes of length %i',
    async (length) => {
      const numbers = Array.from({ length }, (_, index) => index);
      const data = {
        list: numbers,
        object: Object.fromEntries(numbers.map((key) => [`k${key}`, key])),
        text: 'x'.repeat(length),
        bytes: new Uint8Array(length).fill(0x93),
      };
      expect(await decoded(await encoded(data))).toEqual(data);
    },
  );

  it.each<[unknown, unknown]>([
    ['{"a":[1]}', { a: [1] }],
    ['[1]', [1]],
    ['12', '12'],
    ['plain', 'plain'],
    ['null', 'null'],
    [null, null],
    [undefined, undefined],
    [{ a: undefined, b: 1 }, { b: 1 }],
    [
      { file: { data: bytes(1, 2).buffer, contentType: 'x' } },
      { file: { data: bytes(1, 2), contentType: 'x' } },
    ],
  ])('made of %j holds %j', async (data, expected) => {
    expect(await decoded(await encoded(data))).toEqual(expected ?? null);
  });

  it('may be nested as deeply as data may', async () => {
    let data: unknown = 1;
    for (let depth = 0; depth < 1_900; depth++) data = [data];
    expect(JSON.stringify(await decoded(await encoded(data)))).toBe(JSON.stringify(data));
  });

  it('becomes plain data: times are text, what an application invented is bytes', async () => {
    const at = new Date('2026-01-02T03:04:05.678Z');
    for (const size of [1, 2, 4, 8, 16, 17, 300, 70_000]) {
      const own = new ExtData(5, new Uint8Array(size).fill(9));
      expect(await decoded(encode([own]))).toEqual([{ type: 5, data: new Uint8Array(size).fill(9) }]);
    }
    expect(await decoded(encode({ at }))).toEqual({ at: at.toISOString() });
  });
});

describe('bytes that are no message', () => {
  const tooEarly = 'it ends too early';
  const after = 'something follows after its end';
  const unknown = 'it holds a value or a key that JSON does not know';

  it.each<[string, unknown, string]>([
    ['nothing', '', tooEarly],
    ['text', 'a text', after],
    ['two messages', bytes(1, 2), after],
    ['a list with an item missing', bytes(0x92, 1), tooEarly],
    ['an object with a value missing', bytes(0x81, 0xa1, 0x61), tooEarly],
    ['half a text', bytes(0xa5, 0x61), tooEarly],
    ['half a length', bytes(0xdc, 0), tooEarly],
    ['half a number', bytes(0xcb, 1, 2, 3), tooEarly],
    ['half a file', bytes(0xc6, 0, 0, 1, 0, 1), tooEarly],
    ['a byte without a meaning', bytes(0xc1), unknown],
    ['the key __proto__', bytes(0x81, 0xa9, ...text('__proto__'), 1), unknown],
    [
      'a time that no calendar has',
      bytes(0xc7, 12, 0xff, 0, 0, 0, 0, 0x7f, ...Array<number>(7).fill(0xff)),
      unknown,
    ],
    ['a list as a key', bytes(0x81, 0x90, 1), unknown],
  ])('are refused: %s', async (_name, message, reason) => {
    expect(await failureOf(decodeMessage, { message })).toMatchObject({
      code: 'input',
      message: `“Message” is no MessagePack that can be read: ${reason}.`,
    });
  });

  it('take no room for items that they only claim to have', async () => {
    const claim = [0xdd, 0, 0xff, 0xff, 0xff];
    const message = bytes(...Array.from({ length: 2_000 }, () => claim).flat());
    expect(await failureOf(decodeMessage, { message })).toMatchObject({ code: 'input' });
  });

  it('never end in anything but data or a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async (message) => {
        const result = await decoded(message).catch((thrown: unknown) => thrown);
        if (result instanceof Error) expect(result.name).toBe('FailureError');
      }),
      { numRuns: 500 },
    );
  });
});
