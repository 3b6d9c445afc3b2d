import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { liquidTemplate } from '#lib/connectors/liquid/index.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const transform = liquidTemplate.actions.transform as StepDefinition;
const fill = (liquidTemplate: string, data?: unknown) => resultOf(transform, { data, liquidTemplate });
const fail = (liquidTemplate: string, data?: unknown) => failureOf(transform, { data, liquidTemplate });

describe('liquid-template/transform', () => {
  it.each([
    ['Hello {{ name | upcase }}', { name: 'Ada' }, 'Hello ADA'],
    ['Hello {{ name }}', '{"name":"Ada"}', 'Hello Ada'],
    ['{% for item in items %}{{ item.id }};{% endfor %}', { items: [{ id: 1 }, { id: 2 }] }, '1;2;'],
    ['{% if total > 10 %}much{% else %}little{% endif %}', { total: 5 }, 'little'],
    ['{% for item in data %}{{ item }}{% endfor %}', [1, 2], '12'],
    ['{{ data }}', 'plain', 'plain'],
    ['{{ data.0.a }}', '[{"a":1}]', '1'],
    ['{{ nothing }}.', undefined, '.'],
    ['{{ order | json }}', { order: { id: 1 } }, '{"id":1}'],
    ['{{ at | date: "%d.%m.%Y %H:%M" }}', { at: '2026-07-31T12:00:00Z' }, '31.07.2026 12:00'],
    ['<b>{{ text }}</b>', { text: '<i>' }, '<b><i></b>'],
    ['{% raw %}{{ x }}{% endraw %}', {}, '{{ x }}'],
    ['', { a: 1 }, ''],
    [undefined, { a: 1 }, ''],
  ] as [string, unknown, string][])('fills %s with %j', async (template, data, expected) => {
    expect(await fill(template, data)).toBe(expected);
  });

  it('shows only what the data holds itself', async () => {
    const template = '{{ constructor }}{{ a.constructor }}{{ a.__proto__ }}{{ toString }}{{ a.valueOf }}.';
    expect(await fill(template, { a: {} })).toBe('.');
    expect(await fill('{{ __proto__.a }}', JSON.parse('{"__proto__":{"a":1}}'))).toBe('1');
  });

  it.each([
    ['{% if %}', 'The template cannot be filled in: invalid value expression: "" (line 1, column 6).'],
    ['a\n{% foo %}', 'The template cannot be filled in: tag "foo" not found (line 2, column 1).'],
    [
      '{% for x in a %}',
      'The template cannot be filled in: tag {% for x in a %} not closed (line 1, column 1).',
    ],
  ])('says where %s is wrong', async (template, message) => {
    expect(await fail(template)).toMatchObject({ code: 'input', message });
  });

  it.each([
    '{% include "/etc/passwd" %}',
    '{% include name %}',
    '{% render "a" %}',
    '{% layout "a" %}',
    '{% liquid include "a" %}',
  ])('includes no other template: %s', async (template) => {
    const failure = await fail(template, { name: 'a' });
    expect(failure).toMatchObject({ code: 'input', message: expect.stringContaining('not found') as string });
  });

  it.each([
    '{% for i in (1..1000000000) %}x{% endfor %}',
    '{% assign s = "aaaaaaaaaa" %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s }}',
  ])('ends what grows without limit: %s', async (template) => {
    expect(await fail(template)).toMatchObject({ code: 'limit' });
  });

  it('does not take a template that is too long', async () => {
    expect(await fail('x'.repeat(5_000_001))).toMatchObject({ code: 'limit' });
  });

  it('does not take one that is nested too deeply', async () => {
    const depth = 20_000;
    const template = '{% if true %}'.repeat(depth) + '{% endif %}'.repeat(depth);
    expect(await fail(template)).toMatchObject({ code: 'input' });
  });
});
