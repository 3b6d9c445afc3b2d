/** Text and other HTML out of HTML (format.md 2.3): pages of strangers may keep a library busy for longer than anyone waits. */
import { FailureError } from '#lib/model/failure.ts';

export type HtmlChange = 'plainText' | 'withoutTags' | 'indented' | 'inlineCss';

/** Throws `limit` for what nests too deep, `input` for what a library cannot read. */
export async function changeHtml(change: HtmlChange, html: string): Promise<string> {
  try {
    return await changes[change](html);
  } catch (thrown) {
    if (thrown instanceof RangeError)
      throw new FailureError({ code: 'limit', message: 'The HTML nests too deep.' });
    const detail = String(thrown);
    throw new FailureError({ code: 'input', message: 'The HTML, or the CSS in it, cannot be read.', detail });
  }
}

const changes: Readonly<Record<HtmlChange, (html: string) => string | Promise<string>>> = {
  plainText: async (html) => {
    const { convert } = await import('html-to-text');
    return convert(html, { wordwrap: false, limits: { maxDepth: 500 } });
  },
  withoutTags: (html) => html.replace(unseen, '').replace(/<[/!?a-z][^<>]*>/gi, ''),
  indented: async (html) => {
    const { default: beautify } = await import('js-beautify');
    return beautify.html(html, { indent_size: 2 });
  },
  inlineCss: async (html) => {
    const { default: juice } = await import('juice/client.js');
    return juice(html);
  },
};

/** Up to its end, or to the end of the text where it has none. */
const unseen = /<!--[^]*?(-->|$)|<(script|style)\b[^]*?(<\/\2\s*>|$)/gi;
