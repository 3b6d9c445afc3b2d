import fc from 'fast-check';
import { expect, it } from 'vitest';
import { templateParts, writeTemplate } from '#lib/model/template.ts';

/** The format's own rule (format.md 1.6.2). */
const RULE = /\{\{([#$])([^}]+)\}\}/g;

const texts = fc
  .array(fc.constantFrom('{{', '{{#', '{{$', '}', '}}', 'a', ' ', '#', '$', '{', 'b.c'), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

it('finds the placeholders that the format’s rule finds, and no others', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = templateParts(text).flatMap((part) =>
        part.kind === 'text' ? [] : [part.kind === 'reference' ? `$${part.path}` : `#${part.key}`],
      );
      expect(found).toEqual(
        Array.from(text.matchAll(RULE), ([, sigil = '', content = '']) => sigil + content.trim()),
      );
    }),
    { numRuns: Number(process.env.ROUNDS ?? 1000) },
  );
});

it('gives the text back when nothing is renamed', () => {
  const same = { reference: (path: string) => path, configVar: (key: string) => key };
  fc.assert(
    fc.property(texts, (text) => {
      expect(writeTemplate(text, same)).toBe(text);
    }),
  );
});

it('does not take longer than its text is long', () => {
  const started = performance.now();
  expect(templateParts('{{#'.repeat(500_000))).toHaveLength(1);
  expect(templateParts(`${'{{#'.repeat(500_000)}}x`)).toHaveLength(1);
  // Minutes by the expression; a tenth of a second in one pass.
  expect(performance.now() - started).toBeLessThan(10_000);
});
