/** From a config variable of type `connection` to what steps get (format.md 1.8). */
import type { ConnectionValue } from '#lib/model/connection.ts';
import type { ConfigVar, Input } from '#lib/model/integration.ts';

/**
 * What the document says of its fields, and what was set over it: fields by name, a value with `fields` as code steps see
 * it, inputs as a file holds them, or one text for a connection that has one field.
 */
export function connectionValue({ key, connection, inputs = {} }: ConfigVar, set: unknown): ConnectionValue {
  const own = Object.entries(inputs).map(([name, input]) => [name, written(input)] as const);
  return {
    key: connection?.key ?? '',
    configVarKey: key,
    fields: { ...Object.fromEntries(own), ...fieldsOf(set, own[0]?.[0]) },
    ...tokenOf(set),
  };
}

/** Nothing but what is written there: a connection has no steps to refer to. */
function written(input: Input): unknown {
  return input.type === 'value' ? input.value : '';
}

function fieldsOf(set: unknown, first: string | undefined): Readonly<Record<string, unknown>> {
  if (typeof set === 'string') return first !== undefined && set !== '' ? { [first]: set } : {};
  if (!isRecord(set)) return {};
  const { fields = set.inputs } = set;
  const entries = Object.entries(isRecord(fields) ? fields : set).filter(([name]) => name !== 'token');
  return Object.fromEntries(entries.map(([name, value]) => [name, isInput(value) ? value.value : value]));
}

/** What was got by signing in stands beside the fields. */
function tokenOf(set: unknown): Pick<ConnectionValue, 'token'> {
  const token = isRecord(set) ? set.token : undefined;
  const text = isRecord(token) ? token.access_token : token;
  return typeof text === 'string' && text !== '' ? { token: text } : {};
}

function isInput(value: unknown): value is { type: string; value: unknown } {
  return isRecord(value) && typeof value.type === 'string' && 'value' in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
