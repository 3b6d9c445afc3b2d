/** What the tables of the catalogue say of inputs and of the fields of connections. */
import type { CatalogueConnection, CatalogueInput, InputType } from '#lib/model/catalogue.ts';
import { textOf } from '#lib/views/inputs/Widget.ts';

/** A row: an input or a field. */
export interface FieldRow {
  key: string;
  label: string;
  /** In words. */
  type: string;
  required: boolean;
  /** In short; empty for none. */
  default: string;
  help?: string;
}

/** A default that is a whole program is seen where the input is filled in. */
const SHORT = 60;

export function inputRows(inputs: readonly CatalogueInput[]): FieldRow[] {
  return inputs.map((input) => ({ ...input, type: typeText(input), default: shortText(input.default) }));
}

export function connectionRows({ fields }: CatalogueConnection): FieldRow[] {
  return fields.map((field) => ({
    ...field,
    type: field.secret ? 'Secret' : 'Text',
    default: shortText(field.default),
  }));
}

function shortText(preset: unknown): string {
  const isEmpty = Array.isArray(preset) && preset.length === 0;
  const [line = '', ...others] = isEmpty ? [] : textOf(preset).split('\n');
  return line.length > SHORT || others.length > 0 ? `${line.slice(0, SHORT)}…` : line;
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
