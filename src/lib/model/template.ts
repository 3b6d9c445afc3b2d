/** Text with placeholders: `{{$step.results.x}}` is a reference, `{{#Name}}` a config variable (format.md 1.6.2). */

export type TemplatePart =
  { kind: 'text'; text: string } | { kind: 'reference'; path: string } | { kind: 'configVar'; key: string };

const PLACEHOLDER = /\{\{([#$])([^}]+)\}\}/g;

/** The parts of a template in order; empty text parts are left out. */
export function templateParts(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(placeholder(match[1] ?? '', (match[2] ?? '').trim()));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** The text with other paths or keys in its placeholders; everything else, also spaces inside them, stays as it is. */
export function writeTemplate(
  text: string,
  change: { reference?: (path: string) => string; configVar?: (key: string) => string },
): string {
  return text.replace(PLACEHOLDER, (whole, sigil: string, content: string) => {
    const write = sigil === '#' ? change.configVar : change.reference;
    const name = content.trim();
    return write ? `{{${sigil}${content.replace(name, () => write(name))}}}` : whole;
  });
}

function placeholder(sigil: string, content: string): TemplatePart {
  return sigil === '#' ? { kind: 'configVar', key: content } : { kind: 'reference', path: content };
}
