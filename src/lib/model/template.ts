/** Text with placeholders: `{{$step.results.x}}` is a reference, `{{#Name}}` a config variable (format.md 1.6.2). */

export type TemplatePart =
  { kind: 'text'; text: string } | { kind: 'reference'; path: string } | { kind: 'configVar'; key: string };

/** The parts of a template in order; empty text parts are left out. */
export function templateParts(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const { start, sigil, content, end: next } of placeholders(text)) {
    if (start > end) parts.push({ kind: 'text', text: text.slice(end, start) });
    parts.push(part(sigil, content.trim()));
    end = next;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** The text with other paths or keys in its placeholders; everything else, also spaces inside them, stays as it is. */
export function writeTemplate(
  text: string,
  change: { reference?: (path: string) => string; configVar?: (key: string) => string },
): string {
  let written = '';
  let end = 0;
  for (const { start, sigil, content, end: next } of placeholders(text)) {
    const write = sigil === '#' ? change.configVar : change.reference;
    const name = content.trim();
    const renamed = write ? content.replace(name, () => write(name)) : content;
    written += `${text.slice(end, start)}{{${sigil}${renamed}}}`;
    end = next;
  }
  return written + text.slice(end);
}

interface Placeholder {
  start: number;
  /** `#` or `$`. */
  sigil: string;
  content: string;
  end: number;
}

/**
 * What `\{\{([#$])([^}]+)\}\}` matches, found in one pass: the expression itself would look for the end from every
 * beginning again, and a text of nothing but beginnings would take minutes.
 */
function placeholders(text: string): Placeholder[] {
  const found: Placeholder[] = [];
  let close = -1;
  let end = 0;
  for (const { index: start, 0: opening } of text.matchAll(/\{\{[#$]/g)) {
    const from = start + opening.length;
    if (start < end) continue;
    if (close < from) close = text.indexOf('}', from);
    if (close < 0) break;
    if (close === from || text[close + 1] !== '}') continue;
    end = close + 2;
    found.push({ start, sigil: opening.slice(2), content: text.slice(from, close), end });
  }
  return found;
}

function part(sigil: string, content: string): TemplatePart {
  return sigil === '#' ? { kind: 'configVar', key: content } : { kind: 'reference', path: content };
}
