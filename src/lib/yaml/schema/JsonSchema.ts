/** The few shapes of JSON Schema (draft 7) that the document's schema is put together from. */

/** One schema. Keys that nobody names stay allowed everywhere: a file may hold what this app does not know. */
export interface JsonSchema {
  type?: string | readonly string[];
  title?: string;
  description?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: JsonSchema;
  required?: readonly string[];
  items?: JsonSchema | readonly JsonSchema[];
  additionalItems?: JsonSchema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  const?: unknown;
  enum?: readonly unknown[];
  if?: JsonSchema;
  then?: JsonSchema;
  allOf?: readonly JsonSchema[];
  anyOf?: readonly JsonSchema[];
  $ref?: string;
}

export type Properties = Readonly<Record<string, JsonSchema>>;

/** Text that may be empty; files also write null there. */
export function text(description: string): JsonSchema {
  return { type: ['string', 'null'], description };
}

/** Text that must say something. */
export function name(description: string): JsonSchema {
  return { type: 'string', minLength: 1, description };
}

/** Yes or no. */
export function flag(description: string, fallback?: boolean): JsonSchema {
  return { type: 'boolean', description, ...(fallback !== undefined && { default: fallback }) };
}

/** A whole number within bounds, both included. */
export function whole(description: string, minimum: number, maximum?: number): JsonSchema {
  return { type: 'integer', description, minimum, ...(maximum !== undefined && { maximum }) };
}

/** One of a few words, each with what it means; `fallback` is what holds when the key is left out. */
export function word(
  description: string,
  meanings: Readonly<Record<string, string>>,
  fallback?: string,
): JsonSchema {
  const lines = Object.entries(meanings).map(([key, meaning]) => `- ${key}: ${meaning}`);
  return {
    description: [description, ...lines].join('\n'),
    enum: Object.keys(meanings),
    ...(fallback !== undefined && { default: fallback }),
  };
}

export function list(description: string, items: JsonSchema): JsonSchema {
  return { type: 'array', description, items };
}

/** A list that files also leave as null when there is nothing in it. */
export function listOrNothing(description: string, items: JsonSchema): JsonSchema {
  return { ...list(description, items), type: ['array', 'null'] };
}

/** A mapping with these keys among others. */
export function mapping(
  description: string,
  properties: Properties,
  required: readonly string[] = [],
): JsonSchema {
  return { type: 'object', description, properties, ...(required.length > 0 && { required }) };
}

/** A named definition of the document. In `allOf`, because draft 7 ignores what stands beside a `$ref`. */
export function one(definition: string, description?: string): JsonSchema {
  const $ref = `#/definitions/${definition}`;
  return description === undefined ? { $ref } : { description, allOf: [{ $ref }] };
}

/** What else must hold of a mapping when a key of it is (one of) these words. */
export function when(key: string, words: readonly string[], then: JsonSchema): JsonSchema {
  return { if: { properties: { [key]: { enum: words } }, required: [key] }, then };
}

/** What else must hold of a value of one JSON type. */
export function whenA(type: 'object' | 'array' | 'string', then: JsonSchema): JsonSchema {
  return { if: { type }, then };
}
