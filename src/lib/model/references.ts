/** What an input points to: paths into what steps produced, and config variables. */
import { leavesOf } from '#lib/model/inputs.ts';
import type { Input } from '#lib/model/integration.ts';
import { templateParts, writeTemplate } from '#lib/model/template.ts';

/** Paths of the references of an input in their order, also those in templates, lists, conditions and names of rows. */
export function referencesIn(input: Input): string[] {
  return leavesOf(input).flatMap((leaf) => {
    if (leaf.type === 'reference') return leaf.value === '' ? [] : [leaf.value];
    if (leaf.type !== 'template') return [];
    return templateParts(leaf.value).flatMap((part) => (part.kind === 'reference' ? [part.path] : []));
  });
}

/** Keys of the config variables of an input, likewise. */
export function configVarsIn(input: Input): string[] {
  return leavesOf(input).flatMap((leaf) => {
    if (leaf.type === 'configVar') return leaf.value === '' ? [] : [leaf.value];
    if (leaf.type !== 'template') return [];
    return templateParts(leaf.value).flatMap((part) => (part.kind === 'configVar' ? [part.key] : []));
  });
}

/** Gives every reference of an input that is no list another path; the input itself when none changes. */
export function mapReferences(input: Input, change: (path: string) => string): Input {
  if (input.type === 'reference') return withText(input, change(input.value));
  return input.type === 'template'
    ? withText(input, writeTemplate(input.value, { reference: change }))
    : input;
}

/** Gives every config variable of an input that is no list another key; the input itself when none changes. */
export function mapConfigVars(input: Input, change: (key: string) => string): Input {
  if (input.type === 'configVar') return withText(input, change(input.value));
  return input.type === 'template'
    ? withText(input, writeTemplate(input.value, { configVar: change }))
    : input;
}

function withText<T extends Input & { value: string }>(input: T, value: string): T {
  return value === input.value ? input : { ...input, value };
}
