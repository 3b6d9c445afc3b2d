/** What a step gets its values from. */
import type { ComplexItem, Input, Step } from '#lib/model/integration.ts';
import { parsePath } from '#lib/model/reference.ts';
import { templateParts } from '#lib/model/template.ts';

export interface Mentions {
  /** Heads of references. */
  heads: Set<string>;
  /** Keys of config variables. */
  configVars: Set<string>;
  /** It holds code, which may read the result of any step before it. */
  code: boolean;
}

/** Everything the inputs of a step name; what it holds is not looked at. */
export function mentionsOf(step: Step): Mentions {
  const mentions: Mentions = {
    heads: new Set(),
    configVars: new Set(),
    code: step.action.connector === 'code',
  };
  Object.values(step.inputs).forEach((input) => gather(input, mentions));
  return mentions;
}

function gather(input: Input, mentions: Mentions): void {
  switch (input.type) {
    case 'reference':
      return name(input.value, mentions);
    case 'configVar':
      return void mentions.configVars.add(input.value);
    case 'template':
      return templateParts(input.value).forEach((part) => {
        if (part.kind === 'reference') name(part.path, mentions);
        else if (part.kind === 'configVar') mentions.configVars.add(part.key);
      });
    case 'complex':
      return input.value.forEach((item) => gatherItem(item, mentions));
  }
}

function gatherItem(item: ComplexItem, mentions: Mentions): void {
  if (typeof item === 'string') return;
  if (isExpression(item)) return item.forEach((inner) => gatherItem(inner, mentions));
  gather(item, mentions);
  if (typeof item.name === 'object' && item.name !== null) gather(item.name, mentions);
}

function name(path: string, { heads }: Mentions): void {
  const [head] = parsePath(path);
  if (head !== undefined) heads.add(head);
}

function isExpression(item: ComplexItem): item is readonly ComplexItem[] {
  return Array.isArray(item);
}
