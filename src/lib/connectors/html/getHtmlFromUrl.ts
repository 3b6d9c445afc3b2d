import { defineAction, type HttpResponse } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Fetches a page as text; its scripts do not run (format.md 2.3). No file shows how its input is called. */
export const getHtmlFromUrl = defineAction({
  label: 'Get HTML from URL',
  description: 'Fetches a page and returns its HTML.',
  lazy: true,
  repeatable: true,
  needs: 'network',
  inputs: {
    url: text({
      label: 'URL',
      help: 'The whole address of the page, such as https://example.com/news.',
      required: true,
    }),
  },
  example: '<html><body><p>Hello</p></body></html>',
  synonyms: ['fetch', 'page', 'scrape', 'download'],
  unverified: true,
  perform: async ({ url }, { fetch }) => {
    const address = checkedAddress(url);
    const response = await fetch({ url: address, method: 'GET', headers: { accept: 'text/html' } });
    if (response.status >= 400) throw refused(response.status);
    return { data: textOf(response) };
  },
});

function checkedAddress(address: string): string {
  if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address).href;
  throw new FailureError({
    code: 'input',
    message: `“${address}” is no address of a page.`,
    hint: 'It starts with https:// or http://.',
  });
}

function refused(status: number): FailureError {
  return new FailureError({
    code: 'remote',
    message: `The page was answered with status ${status}.`,
    hint: 'Look at the address.',
    retry: status >= 500 || status === 429 || status === 408,
  });
}

/** In the characters that the answer names; UTF-8 when it names none, or none that is known. */
function textOf({ body, headers }: HttpResponse): string {
  const label = /charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
