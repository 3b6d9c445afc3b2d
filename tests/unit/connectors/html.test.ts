import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { htmlUtils } from '#lib/connectors/html/index.ts';
import { failureOf, fakeFetch, resultOf } from '../../support/performAction.ts';

describe('HTML', () => {
  it.each([
    [
      'htmlToPlaintext',
      '<h1>Hi</h1><p>See <a href="https://x.y">this</a> &amp; that</p>',
      'HI\n\nSee this [https://x.y] & that',
    ],
    ['htmlToPlaintext', '<ul><li>Bolt</li><li>Nut</li></ul><script>x()</script>', ' * Bolt\n * Nut'],
    ['htmlToPlaintext', `<p>${'word '.repeat(40)}</p>`, 'word '.repeat(40).trim()],
    ['htmlToPlaintext', 'no HTML', 'no HTML'],
    ['htmlToPlaintext', '', ''],
    ['stripHtmlTags', '<p class="a">Hello <b>you</b><br/> &amp; me</p>', 'Hello you &amp; me'],
    ['stripHtmlTags', 'a<!-- <b> --><script>if (a < b) x()</script><STYLE>p{}</STYLE >c', 'ac'],
    ['stripHtmlTags', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['stripHtmlTags', 'a<!-- no end', 'a'],
    ['formatHtml', '<ul><li>Bolt</li></ul>', '<ul>\n  <li>Bolt</li>\n</ul>'],
    ['formatHtml', '', ''],
    ['convertInlineCss', '<style>p { color: red }</style><p>Hi</p>', '<p style="color: red;">Hi</p>'],
    ['convertInlineCss', '<p>Hi {{ name }}</p>', '<p>Hi {{ name }}</p>'],
  ])('%s of %j is %j', async (key, html, expected) => {
    expect(await resultOf(stepOf(key), { html })).toBe(expected);
  });

  it('fetches no style sheet for inline CSS', async () => {
    const html = '<link rel="stylesheet" href="https://example.com/a.css"><p>Hi</p>';
    expect(await resultOf(stepOf('convertInlineCss'), { html })).toBe(html);
  });

  it('keeps rules that cannot stand in an element', async () => {
    const html = '<style>@media print { p { color: red } }</style><p>Hi</p>';
    expect(await resultOf(stepOf('convertInlineCss'), { html })).toContain('@media print');
  });

  it.each(['htmlToPlaintext', 'stripHtmlTags', 'formatHtml', 'convertInlineCss'])(
    '%s ends in a limit for what is too long, and fails for bytes that are no text',
    async (key) => {
      const step = stepOf(key);
      expect(await failureOf(step, { html: 'x'.repeat(5_000_001) })).toMatchObject({ code: 'limit' });
      expect(await failureOf(step, { html: new Uint8Array([0xff]) })).toMatchObject({ code: 'input' });
    },
  );

  it.each(['htmlToPlaintext', 'stripHtmlTags', 'formatHtml', 'convertInlineCss'])(
    '%s of what nests too deep gives text, or ends in a limit',
    async (key) => {
      const html = '<div>'.repeat(20_000);
      const ended = await resultOf(stepOf(key), { html }).catch((thrown: unknown) => thrown);
      if (typeof ended !== 'string') expect(ended).toMatchObject({ failure: { code: 'limit' } });
    },
  );

  it('fails with a sentence for CSS that cannot be read', async () => {
    const html = '<style>p { color: red; } }}} { @</style><p style="{">Hi</p>';
    const ended = await resultOf(stepOf('convertInlineCss'), { html }).catch((thrown: unknown) => thrown);
    if (typeof ended !== 'string') expect(ended).toMatchObject({ failure: { code: 'input' } });
  });

  it('runs what changes HTML where it can be ended', async () => {
    const asked: unknown[] = [];
    const calculate = (...call: unknown[]) => Promise.resolve(asked.push(call));
    await resultOf(stepOf('formatHtml'), { html: '<p>' }, { calculate });
    expect(asked).toEqual([['changeHtml', ['indented', '<p>']]]);
  });
});

describe('get HTML from URL', () => {
  const step = stepOf('getHtmlFromUrl');

  it('gives the page as text, in the characters it names', async () => {
    const latin = fakeFetch(() => ({
      headers: { 'content-type': 'text/html; charset="iso-8859-1"' },
      body: new Uint8Array([0xe9]).buffer,
    }));
    expect(await resultOf(step, { url: 'https://example.com/a' }, latin)).toBe('é');
    expect(latin.requests).toMatchObject([{ url: 'https://example.com/a', method: 'GET' }]);
    const unknown = fakeFetch(() => ({
      headers: { 'content-type': 'text/html; charset=nonsense' },
      text: 'ü',
    }));
    expect(await resultOf(step, { url: 'https://example.com' }, unknown)).toBe('ü');
  });

  it.each([
    [404, false],
    [503, true],
  ])('fails for status %i, to be tried again: %s', async (status, retry) => {
    const failure = await failureOf(
      step,
      { url: 'https://example.com' },
      fakeFetch(() => ({ status })),
    );
    expect(failure).toMatchObject({
      code: 'remote',
      retry,
      message: `The page was answered with status ${status}.`,
    });
  });

  it.each(['example.com', 'file:///etc/passwd', 'javascript:alert(1)', 'https://'])(
    'fails for %s, which is no address of a page',
    async (url) => {
      const failure = await failureOf(
        step,
        { url },
        fakeFetch(() => ({})),
      );
      expect(failure).toMatchObject({ code: 'input', message: `“${url}” is no address of a page.` });
    },
  );
});

function stepOf(key: string): StepDefinition {
  const step = htmlUtils.actions[key];
  if (!step) throw new Error(`There is no action “${key}”.`);
  return step;
}
