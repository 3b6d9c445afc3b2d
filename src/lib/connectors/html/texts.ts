/** From HTML to text or to other HTML; each runs where it can be ended, as nobody knows how long a page takes. */
import type { HtmlChange } from '#lib/connectors/calculations/changeHtml.ts';
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { overLimit } from '#lib/connectors/format/limits.ts';
import { content } from '#lib/connectors/inputs.ts';

/** More than any page or mail, and less than a library cuts off without a word. */
const MOST_CHARACTERS = 5_000_000;

export const htmlToPlaintext = define('plainText', {
  label: 'HTML to plain text',
  description: 'Writes HTML as text that reads well: with lines, lists, and the addresses of links.',
  example: 'Hello\n\n * Bolt\n * Nut',
  synonyms: ['mail', 'email', 'extract'],
});

export const stripHtmlTags = define('withoutTags', {
  label: 'Strip HTML tags',
  description:
    'Leaves out the tags, comments, scripts and styles of HTML; what is between them stays as it is.',
  example: 'Hello',
  synonyms: ['remove', 'clean', 'sanitize'],
});

export const formatHtml = define('indented', {
  label: 'Format HTML',
  description: 'Breaks HTML into lines and indents them.',
  example: '<ul>\n  <li>Bolt</li>\n</ul>',
  synonyms: ['pretty print', 'beautify', 'indent'],
});

export const convertInlineCss = define('inlineCss', {
  label: 'Convert to inline CSS',
  description:
    'Moves the rules of style sheets in HTML into the elements they are for, as mail programs need it.',
  example: '<p style="color: red;">Hello</p>',
  synonyms: ['mail', 'email', 'style', 'juice'],
});

interface Described {
  label: string;
  description: string;
  example: string;
  synonyms: readonly string[];
}

/** No file shows how its input is called. */
function define(change: HtmlChange, described: Described): StepDefinition {
  return defineAction({
    ...described,
    pure: true,
    inputs: {
      html: content({
        label: 'HTML',
        help: 'A page or a part of one, such as <p>Hello</p>; a file is read as text.',
      }),
    },
    unverified: true,
    perform: async ({ html }, { calculate }) => {
      if (html.length > MOST_CHARACTERS) throw overLimit('The HTML is longer than 5 million characters.');
      return { data: await calculate('changeHtml', [change, html]) };
    },
  });
}
