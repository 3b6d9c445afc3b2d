/** Bodies of several parts, such as uploads of files (format.md 1.7). */

export interface Part {
  data: string;
  contentType: string;
  fileName?: string;
}

/** The parts by name; of several with one name the last one counts. `undefined` when the body has no parts. */
export function parseMultipart(body: string, contentType: string): Record<string, Part> | undefined {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2]?.trim();
  if (!mark || !body.includes(`--${mark}`)) return undefined;
  const [, ...sections] = `\r\n${body}`.split(`\n--${mark}`);
  // `fromEntries` defines own properties, so a part called `__proto__` is only a part.
  return Object.fromEntries(sections.flatMap(readPart));
}

function readPart(section: string): [string, Part][] {
  const found = /^[^\S\n]*\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(section);
  const [, head = '', data = ''] = found ?? [];
  const name = parameter(head, 'name');
  if (name === undefined) return [];
  const fileName = parameter(head, 'filename');
  const contentType = /^content-type:\s*(.+?)\s*$/im.exec(head)?.[1] ?? 'text/plain';
  return [
    [name, { data: data.replace(/\r$/, ''), contentType, ...(fileName !== undefined && { fileName }) }],
  ];
}

function parameter(head: string, key: string): string | undefined {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  return new RegExp(`(?:^|[;\\s])${key}="([^"]*)"`, 'i').exec(disposition)?.[1];
}
