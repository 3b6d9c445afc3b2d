import { defineConnector } from '#lib/connectors/define.ts';
import { getHtmlFromUrl } from '#lib/connectors/html/getHtmlFromUrl.ts';
import { convertInlineCss, formatHtml, htmlToPlaintext, stripHtmlTags } from '#lib/connectors/html/texts.ts';

/** Pages and mails as text (format.md 2.3). */
export const htmlUtils = defineConnector({
  key: 'html-utils',
  label: 'HTML',
  description: 'Turn HTML into text, tidy it, or make it ready for mail.',
  family: 'data',
  icon: 'code-xml',
  actions: { htmlToPlaintext, stripHtmlTags, formatHtml, convertInlineCss, getHtmlFromUrl },
});
