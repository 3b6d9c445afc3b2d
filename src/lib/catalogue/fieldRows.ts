/** What the tables of the catalogue say of inputs and of the fields of connections. */
import type { CatalogueConnection, CatalogueInput, InputType } from '#lib/model/catalogue.ts';
import type { FieldRow } from '#lib/catalogue/FieldTable.svelte';

export function inputRows(inputs: readonly CatalogueInput[]): FieldRow[] {
  return inputs.map((input) => ({ ...input, type: typeText(input) }));
}

export function connectionRows({ fields }: CatalogueConnection): FieldRow[] {
  return fields.map((field) => ({ ...field, type: field.secret ? 'Secret' : 'Text' }));
}

/** A choice names what there is to choose from. */
function typeText({ type, choices = [], language }: CatalogueInput): string {
  if (type === 'choice') return `One of ${choices.join(', ')}`;
  if (type === 'code' && language) return `${names.code} (${language})`;
  return names[type];
}

const names: Readonly<Record<InputType, string>> = {
  text: 'Text',
  longText: 'Long text',
  number: 'Number',
  boolean: 'Yes or no',
  choice: 'Choice',
  list: 'List',
  pairs: 'Keys and values',
  object: 'Object',
  data: 'Any data',
  code: 'Code',
  flow: 'Flow',
  connection: 'Connection',
  conditions: 'Conditions',
};
