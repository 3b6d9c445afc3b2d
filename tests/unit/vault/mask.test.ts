/** Secrets in what is written, in every form they take on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mask } from '#lib/vault/Mask.ts';

const SECRET = 'p4ss/wörd+"x"';

function mask(...secrets: string[]): Mask {
  const made = new Mask();
  secrets.forEach((secret) => made.hide(secret));
  return made;
}

describe('a secret is covered', () => {
  it.each([
    ['as it is', SECRET],
    ['in JSON', JSON.stringify({ key: SECRET })],
    ['in an address', `https://a.example/?key=${encodeURIComponent(SECRET)}`],
    ['in a form', new URLSearchParams({ key: SECRET }).toString()],
    ['in Base64', Buffer.from(SECRET).toString('base64')],
    ['in Base64 for addresses', Buffer.from(SECRET).toString('base64url')],
    ['in Base64 behind a user name', Buffer.from(`ada:${SECRET}`).toString('base64')],
  ])('%s', (_form, text) => {
    const covered = mask(SECRET).text(text);
    expect(covered).toContain('••••');
    expect(Buffer.from(covered.replace(/[^\w+/=-]/g, ''), 'base64').toString()).not.toContain('p4ss/w');
    expect(covered).not.toContain('p4ss');
  });

  it('in Base64 for addresses, whose letters differ', () => {
    const secret = '>>>???ÿÿ~~~';
    const written = Buffer.from(`a:${secret}`).toString('base64url');
    expect(written).toMatch(/[-_]/);
    expect(mask(secret).text(written)).toContain('••••');
  });

  it('in keys, lists, numbers and bytes', () => {
    const bytes = new TextEncoder().encode(`before ${SECRET} after`);
    const covered = mask(SECRET, '12345678').data({ [SECRET]: [SECRET, 12345678, 5], bytes: bytes.buffer });
    expect(covered).toMatchObject({ '••••': ['••••', '••••', 5] });
    expect(new TextDecoder().decode((covered as unknown as { bytes: ArrayBuffer }).bytes)).toBe(
      `before ${'*'.repeat(new TextEncoder().encode(SECRET).length)} after`,
    );
  });

  it('also where one secret holds another', () => {
    expect(mask('secret', 'secret-and-more').text('secret-and-more, secret')).toBe('••••, ••••');
  });

  it('wherever it stands in any data', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, unit: 'binary' }),
        fc.jsonValue(),
        fc.string(),
        (secret, value, before) => {
          const data = { value, deep: [{ text: `${before}${secret}`, [`k${secret}`]: 1 }] };
          const written = JSON.stringify(mask(secret).data(data).deep);
          return !written.includes(secret) && !written.includes(JSON.stringify(secret).slice(1, -1));
        },
      ),
    );
  });
});

describe('a secret of which only the beginning is left', () => {
  it('is covered at the end of a text that was cut', () => {
    const long = 'SECRET-VAULT-KEY-OF-ACME';
    expect(mask(long).text(`said ${long.slice(0, 15)}…`)).toBe('said ••••…');
    expect(mask(long).text(`said ${long.slice(0, 15)}`)).toBe('said ••••');
    expect(mask(long).text('SECRET-VAULT is no word of it')).toBe('SECRET-VAULT is no word of it');
  });
});

describe('a secret may be sent', () => {
  it('where it was hidden for, and nowhere else', () => {
    const made = mask();
    made.hide('first-secret', ['https://a.example']);
    made.hide('other-secret', ['https://b.example']);
    expect(made.allows('x first-secret', 'https://a.example')).toBe(true);
    expect(made.allows('x first-secret', 'https://b.example')).toBe(false);
    expect(made.allows('first-secret other-secret', 'https://a.example')).toBe(false);
    expect(made.allows('neither', 'https://c.example')).toBe(true);
  });

  it('also inside a word, unless it is a short one', () => {
    const made = mask('read', 'longer-secret');
    expect(made.finds('already')).toBe(false);
    expect(made.finds('read')).toBe(true);
    expect(made.finds('xlonger-secretx')).toBe(true);
  });
});

describe('data without a secret', () => {
  it('is the very same', () => {
    const data = { a: [1, { b: 'text' }], bytes: new ArrayBuffer(4), date: new Date(0) };
    expect(mask(SECRET).data(data)).toBe(data);
    expect(mask().data(data)).toBe(data);
  });

  it('may hold itself', () => {
    const data: Record<string, unknown> = { text: 'x' };
    data.self = data;
    expect(mask(SECRET).data(data)).toBe(data);
  });
});

it('texts of a few letters are no secrets', () => {
  expect(mask('abc', '').text('abc and the abc')).toBe('abc and the abc');
});
