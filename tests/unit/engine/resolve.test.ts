/** What an input stands for, where that is large. */
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/engine/resolve.ts';
import { Scope } from '#lib/engine/Scope.ts';
import { template } from '../../support/build.ts';

describe('a template', () => {
  const scope = new Scope({ Large: 'x'.repeat(32_000_000) });

  it('may become 64 million characters', () => {
    expect(resolve(template('{{#Large}}{{#Large}}'), scope)).toHaveLength(64_000_000);
  });

  it.each([
    ['one more', '{{#Large}}{{#Large}}.'],
    ['more than a text can hold', '{{#Large}}'.repeat(10_000)],
  ])('fails at %s', (_what, text) => {
    expect(() => resolve(template(text), scope)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'limit' }) as unknown }),
    );
  });
});
