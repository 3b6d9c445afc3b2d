/** How a config variable is filled in (format.md 1.8). */
import type { Catalogue, CatalogueConnection, CatalogueInput, InputType } from '#lib/model/catalogue.ts';
import type { ConfigVar } from '#lib/model/integration.ts';

/** As the input of an action is described. */
export function configField({ key, description, ...configVar }: ConfigVar): CatalogueInput {
  const choices = configVar.dataType === 'picklist' ? configVar.pickList : undefined;
  return {
    key,
    type: typeOf(configVar, choices),
    label: key,
    help: description || undefined,
    required: false,
    placeholder: placeholders[configVar.dataType],
    ...(choices && { choices }),
    ...(configVar.dataType === 'code' && { language: languageOf(configVar.codeLanguage) }),
  };
}

/** The kind of connection that a config variable is; of a connector that is not here, what the document has of it. */
export function configConnection(
  { key, connection, inputs = {} }: ConfigVar,
  catalogue: Catalogue,
): CatalogueConnection {
  const connector = catalogue.connectors.find((one) => one.key === connection?.connector);
  const known = connector?.connections?.find((one) => one.key === connection?.key);
  if (known) return known;
  // Nobody knows which of them are secret.
  const fields = Object.keys(inputs).map((name) => ({
    key: name,
    label: name,
    secret: true,
    required: false,
  }));
  return { key: connection?.key ?? '', label: connection?.key ?? key, fields };
}

function typeOf(
  { dataType, collectionType }: Pick<ConfigVar, 'dataType' | 'collectionType'>,
  choices: readonly string[] | undefined,
): InputType {
  if (collectionType === 'valuelist') return 'list';
  if (collectionType === 'keyvaluelist') return 'pairs';
  if (choices && choices.length > 0) return 'choice';
  return types[dataType] ?? 'text';
}

const types: Readonly<Record<string, InputType>> = {
  number: 'number',
  boolean: 'boolean',
  code: 'code',
  jsonForm: 'longText',
  objectFieldMap: 'longText',
  objectSelection: 'longText',
};

const placeholders: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  timestamp: '2026-01-31T12:00:00Z',
  schedule: '*/10 * * * *',
};

function languageOf(written: string | undefined): 'json' | 'xml' | 'html' {
  return written === 'xml' || written === 'html' ? written : 'json';
}
