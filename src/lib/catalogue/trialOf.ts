/** From what was filled in to an action that can be run by itself. */
import type { CatalogueInput, CatalogueConnection } from '#lib/model/catalogue.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import type { ComplexItem, Input } from '#lib/model/integration.ts';
import type { FoundAction } from '#lib/model/searchCatalogue.ts';
import type { Trial, TypedConnection } from '#lib/model/trial.ts';
import { isFilledIn, type FilledIn } from '#lib/views/inputs/connection.ts';
import { dataOf } from '#lib/views/inputs/data.ts';

/** `values` are by the keys of the inputs, as their widgets made them. */
export function trialOf(
  { connector, action }: FoundAction,
  values: Readonly<Record<string, unknown>>,
): Trial {
  const kinds = connector.connections ?? [];
  const inputs = action.inputs.map((input) => [input.key, inputOf(input, values[input.key], kinds)] as const);
  const connections = action.inputs.flatMap(({ key, label }) => {
    const filled = values[key];
    return isFilledIn(filled) && filled.key !== '' ? [[label, typedConnection(filled, kinds)] as const] : [];
  });
  return {
    action: { connector: connector.key, key: action.key },
    name: action.label,
    inputs: Object.fromEntries(inputs),
    connections: Object.fromEntries(connections),
  };
}

function inputOf(
  { type, label }: CatalogueInput,
  value: unknown,
  kinds: readonly CatalogueConnection[],
): Input {
  if (isFilledIn(value)) return { type: 'value', value: connectionValue(value, label, kinds) };
  if (Array.isArray(value)) return { type: 'complex', value: value.map(rowOf) };
  return { type: 'value', value: type === 'data' ? dataOf(value) : value };
}

function rowOf(row: unknown): ComplexItem {
  if (typeof row !== 'object' || row === null || !('key' in row)) return { type: 'value', value: row };
  return { type: 'value', value: 'value' in row ? row.value : '', name: String(row.key) };
}

/** What a step may see of a connection: not its secrets, which are opened for a request. Failures call it by its label. */
function connectionValue(
  filled: FilledIn,
  label: string,
  kinds: readonly CatalogueConnection[],
): ConnectionValue | '' {
  if (filled.key === '') return '';
  const { fields, secret } = typedConnection(filled, kinds);
  const shown = Object.entries(fields).filter(([key]) => !secret.includes(key));
  return { key: filled.key, configVarKey: label, fields: Object.fromEntries(shown) };
}

function typedConnection({ key, fields }: FilledIn, kinds: readonly CatalogueConnection[]): TypedConnection {
  const kind = kinds.find((one) => one.key === key);
  const secret = kind?.fields.filter((field) => field.secret).map((field) => field.key) ?? [];
  return { fields, secret };
}
