/** What an input says before it runs. */
import type { LeafSite } from '#lib/model/problems/sites.ts';
import { templateParts } from '#lib/model/template.ts';

/** Its text, or `undefined` for what only a run knows. A template without placeholders is a text. */
export function literalText({ input, references, configVars }: LeafSite): string | undefined {
  if (input.type === 'value') return typeof input.value === 'string' ? input.value : undefined;
  const isText = input.type === 'template' && references.length === 0 && configVars.length === 0;
  return isText ? input.value : undefined;
}

/** Its text with a stand-in for each placeholder. */
export function filledText({ input }: LeafSite, standIn: string): string | undefined {
  if (input.type === 'value') return typeof input.value === 'string' ? input.value : undefined;
  if (input.type !== 'template') return undefined;
  return templateParts(input.value)
    .map((part) => (part.kind === 'text' ? part.text : standIn))
    .join('');
}
