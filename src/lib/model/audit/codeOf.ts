/** The code a document holds. */
import type { AuditCode } from '#lib/model/audit/report.ts';
import type { Site } from '#lib/model/audit/Site.ts';

/** The longest first line shown. */
const longest = 100;

export function codeOf(sites: readonly Site[]): AuditCode[] {
  return sites.filter(({ isCode }) => isCode).flatMap(codeAt);
}

function codeAt({ input, place }: Site): AuditCode[] {
  if (input.value === '' || input.value === undefined || input.value === null) return [];
  const text = isText(input) ? input.value : '';
  const [firstLine = ''] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [
    {
      ...place,
      lines: text === '' ? 0 : text.trimEnd().split('\n').length,
      firstLine: firstLine.slice(0, longest),
      ...(input.type !== 'value' && { atRunTime: true as const }),
    },
  ];
}

function isText(input: Site['input']): input is Site['input'] & { value: string } {
  return (input.type === 'value' || input.type === 'template') && typeof input.value === 'string';
}
