import { describe, expect, it } from 'vitest';
import { validateJsonSchema } from '#lib/connectors/collection/validateJsonSchema.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const account = JSON.stringify({
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 2 },
    tags: { type: 'array', items: { type: 'string' } },
    'a/b~#%': { type: 'number' },
  },
  required: ['id', 'name'],
});

describe('JSON that fits a schema', () => {
  it.each<[unknown, unknown]>([
    [{ id: 1, name: 'Ada' }, account],
    ['{"id":1,"name":"Ada"}', account],
    [{ id: 1, name: 'Ada', tags: undefined }, account],
    ['[1]', { type: 'array' }],
    ['5', 'true'],
    ['plain text', { type: 'string', pattern: '^plain' }],
    [
      { size: 5 },
      { $schema: 'http://json-schema.org/draft-04/schema#', properties: { size: { maximum: 5 } } },
    ],
    [{ a: { a: {} } }, { properties: { a: { $ref: '#' } }, additionalProperties: false }],
  ])('is handed on: %j', async (jsonInput, jsonSchema) => {
    const expected = typeof jsonInput === 'string' ? parsed(jsonInput) : jsonInput;
    expect(await resultOf(validateJsonSchema, { jsonInput, jsonSchema })).toEqual(expected);
  });
});

describe('JSON that does not fit a schema', () => {
  it.each<[unknown, unknown, string]>([
    [{ name: 'Ada' }, account, '“id” is missing.'],
    [{ id: 1, name: 7 }, account, '“name” is of the type “number”, not “string”.'],
    [{ id: 1, name: 'Ada', tags: ['a', null] }, account, '“tags.1” is of the type “null”, not “string”.'],
    [{ id: 1, name: 'Ada', 'a/b~#%': 'x' }, account, '“a/b~#%” is of the type “string”, not “number”.'],
    [{ id: 1, name: 'A' }, account, '“name”: String is too short (1 < 2).'],
    ['no object', account, 'the data itself is of the type “string”, not “object”.'],
    [{ a: { b: {} } }, { properties: { a: { required: ['c'] } } }, '“a.c” is missing.'],
    [{ x: 1 }, { additionalProperties: false }, '“x” is not allowed.'],
    [{ a: 1 }, { dependencies: { a: ['b'] } }, 'the data itself: The value has "a" but does not have "b".'],
    [1, 'false', 'the data itself is not allowed.'],
    [{}, { $ref: '#/$defs/any', $defs: { any: {} }, required: ['b'] }, '“b” is missing.'],
    [
      { size: 5 },
      {
        $schema: 'http://json-schema.org/draft-04/schema#',
        properties: { size: { maximum: 5, exclusiveMaximum: true } },
      },
      '“size”: 5 is greater than or equal to  5.',
    ],
    [
      hostile(),
      { additionalProperties: { type: 'number' } },
      '“__proto__” is of the type “object”, not “number”.',
    ],
    [{}, { required: ['__proto__', 'constructor'] }, '“__proto__” is missing.'],
  ])('fails: %j', async (jsonInput, jsonSchema, sentence) => {
    const failure = await failureOf(validateJsonSchema, { jsonInput, jsonSchema });
    expect(failure).toMatchObject({
      code: 'input',
      message: `The data does not fit the schema: ${sentence}`,
    });
  });

  it('tells of everything that is wrong at that place', async () => {
    const { detail, hint } = await failureOf(validateJsonSchema, { jsonInput: '{}', jsonSchema: account });
    expect(detail).toBe('“id” is missing.\n“name” is missing.');
    expect(hint).toContain('Copy details');
  });
});

describe('a schema that cannot be used', () => {
  it.each<[unknown, string]>([
    ['', 'The JSON schema is no JSON.'],
    ['{\n  "type": "object",\n}', 'The JSON schema is no JSON, line 3, column 1.'],
    ['5', 'The JSON schema cannot be used: it is no object.'],
    ['[]', 'The JSON schema cannot be used: it is no object.'],
    ['null', 'The JSON schema cannot be used: it is no object.'],
    [{ enum: 5 }, 'The JSON schema cannot be used: one of its keywords has a value of the wrong kind.'],
    [{ $ref: '#/definitions/x' }, 'The JSON schema cannot be used: Unresolved $ref "#/definitions/x".'],
    [
      { $ref: '#' },
      'The JSON schema cannot be used: it refers to itself without end, or the data is nested too deeply.',
    ],
  ])('fails: %j', async (jsonSchema, message) => {
    const failure = await failureOf(validateJsonSchema, { jsonInput: '"text"', jsonSchema });
    expect(failure).toMatchObject({ code: 'input', message: expect.stringContaining(message) as string });
  });

  it('because of a pattern says so', async () => {
    const failure = await failureOf(validateJsonSchema, { jsonInput: '"a"', jsonSchema: { pattern: '(' } });
    expect(failure.message).toMatch(/^The JSON schema cannot be used: .*regular expression/i);
  });
});

it('is calculated where it can be ended, as its patterns may never come to an end', async () => {
  const calculate = (name: string) => Promise.reject(new Error(`${name} was ended`));
  const checked = resultOf(validateJsonSchema, { jsonInput: '{}', jsonSchema: '{}' }, { calculate });
  await expect(checked).rejects.toThrow('checkJsonSchema was ended');
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function hostile(): unknown {
  return JSON.parse('{"__proto__":{"polluted":true}}');
}
