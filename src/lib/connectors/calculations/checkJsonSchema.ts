/** Whether data fits a JSON schema: the patterns in it are the user's, so nobody knows how long it takes. */
import type { OutputUnit, SchemaDraft } from '@cfworker/json-schema';
import { FailureError } from '#lib/model/failure.ts';

/**
 * What does not fit, a sentence each; nothing when it fits. Both are JSON text. It stops at the first part that does not
 * fit. Throws `input` for a schema that cannot be used.
 */
export async function checkJsonSchema(json: string, schemaJson: string): Promise<string[]> {
  const { Validator } = await import('@cfworker/json-schema');
  const schema = JSON.parse(schemaJson) as unknown;
  if (!isSchema(schema)) throw unusable('it is no object.');
  try {
    const { errors } = new Validator(schema, draftOf(schema)).validate(JSON.parse(json));
    const causes = errors.filter(({ keyword }) => !containers.has(keyword));
    return [...new Set((causes.length > 0 ? causes : errors).map(sentenceOf))];
  } catch (thrown) {
    throw unusable(reasonOf(thrown));
  }
}

type SchemaValue = boolean | Record<string, unknown>;

function isSchema(value: unknown): value is SchemaValue {
  if (typeof value === 'boolean') return true;
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By a word in its `$schema`; without one the draft that knows the keywords of its forerunners as well. */
const drafts: readonly (readonly [word: string, draft: SchemaDraft])[] = [
  ['draft-04', '4'],
  ['draft-06', '7'],
  ['draft-07', '7'],
  ['2020-12', '2020-12'],
];

function draftOf(schema: SchemaValue): SchemaDraft {
  const name = typeof schema === 'object' ? String(schema.$schema) : '';
  return drafts.find(([word]) => name.includes(word))?.[1] ?? '2019-09';
}

/** Keywords that only say that something inside does not fit. */
const containers: ReadonlySet<string> = new Set([
  '$ref',
  '$recursiveRef',
  'additionalItems',
  'additionalProperties',
  'allOf',
  'dependentSchemas',
  'if',
  'items',
  'patternProperties',
  'prefixItems',
  'properties',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

function sentenceOf({ instanceLocation, keyword, error }: OutputUnit): string {
  const keys = instanceLocation.split('/').slice(1).map(keyOf);
  const missing = /required property "(.*)"\.$/s.exec(error)?.[1];
  if (missing !== undefined) return `“${[...keys, missing].join('.')}” is missing.`;
  const place = keys.length > 0 ? `“${keys.join('.')}”` : 'the data itself';
  if (keyword === 'false') return `${place} is not allowed.`;
  const [, found, wanted] = /^Instance type "(.*)" is invalid\. Expected "(.*)"\.$/s.exec(error) ?? [];
  if (wanted !== undefined) return `${place} is of the type “${found}”, not “${wanted}”.`;
  return `${place}: ${error.replace(/^Instance/, 'The value')}`;
}

/** A part of a JSON pointer in a URI. */
function keyOf(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof RangeError)
    return 'it refers to itself without end, or the data is nested too deeply.';
  if (thrown instanceof TypeError) return 'one of its keywords has a value of the wrong kind.';
  const [line = ''] = String((thrown as Error).message).split('\n');
  return `${line.replace(/\.$/, '')}.`;
}

function unusable(reason: string): FailureError {
  return new FailureError({ code: 'input', message: `The JSON schema cannot be used: ${reason}` });
}
