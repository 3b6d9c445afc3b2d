import { describe, expect, it } from 'vitest';
import { jsonPath } from '#lib/ui/jsonPath.ts';
import type { JsonPath } from '#lib/ui/jsonRows.ts';

describe('a path as code', () => {
  it.each<[string, JsonPath, string]>([
    ['is empty for the root', [], ''],
    ['joins keys with dots and places with brackets', ['body', 'items', 0], 'body.items[0]'],
    ['may start with a place', [0, 'id'], '[0].id'],
    ['quotes what is no name', ['body', 'odd key', 'a"b'], 'body["odd key"]["a\\"b"]'],
    ['quotes a first key that is no name', ['odd key'], '["odd key"]'],
    ['quotes a key that starts with a digit', ['a', '0'], 'a["0"]'],
    ['quotes an empty key', ['a', ''], 'a[""]'],
    ['quotes a line break', ['a\nb'], '["a\\nb"]'],
    ['takes names of all languages', ['größe', '名前'], 'größe.名前'],
    ['takes $ and _', ['$ref', '_id'], '$ref._id'],
    ['takes __proto__', ['a', '__proto__'], 'a.__proto__'],
    ['quotes a digit that no name may hold', ['area', 'm²'], 'area["m²"]'],
  ])('%s', (_, path, expected) => expect(jsonPath(path)).toBe(expected));

  it('leads back to the value', () => {
    const value = { größe: [{ 'm²': { 'odd "key"\n': 42 } }] };
    const path = jsonPath(['größe', 0, 'm²', 'odd "key"\n']);
    expect(new Function('value', `return value.${path}`)(value)).toBe(42);
  });

  it('is whole for a key of 10,000 characters', () => {
    expect(jsonPath(['k'.repeat(10_000)])).toHaveLength(10_000);
  });
});
