/** The schema of a branch's conditions (format.md 1.6.3). */
import { list, mapping, name, one, when, whenA, word, type JsonSchema } from '#lib/yaml/schema/JsonSchema.ts';

const operator = word('How terms are joined, or how two values are compared.', {
  and: 'all of the conditions that follow',
  or: 'at least one of the conditions that follow',
  equal: 'same value; "1" and 1 are the same',
  notEqual: 'not the same value',
  exactlyMatches: 'same value and same type',
  doesNotExactlyMatch: 'another value or another type',
  greaterThan: 'left is more than right',
  greaterThanOrEqual: 'left is at least right',
  lessThan: 'left is less than right',
  lessThanOrEqual: 'left is at most right',
  in: 'right, a list, text or object, holds left',
  notIn: 'right does not hold left',
  startsWith: 'right starts with left',
  doesNotStartWith: 'right does not start with left',
  endsWith: 'right ends with left',
  doesNotEndWith: 'right does not end with left',
  isTrue: 'true, yes, or anything that counts as such',
  isFalse: 'false, no, or nothing',
  exists: 'there is a value that is not empty text, zero or false',
  doesNotExist: 'there is none',
  isEmpty: 'a list or a text without anything in it',
  isNotEmpty: 'a list or a text with something in it',
  dateTimeAfter: 'left is later than right',
  dateTimeBefore: 'left is earlier than right',
  dateTimeSame: 'both are the same moment',
});

const expression: JsonSchema = {
  type: 'array',
  description: 'A condition: `[and, …conditions]`, `[or, …conditions]` or `[operator, left, right]`.',
  minItems: 1,
  items: [operator],
  additionalItems: {
    type: ['object', 'array'],
    description: 'A term, which is an input, or a condition within this one.',
    allOf: [whenA('object', one('namedInput')), whenA('array', one('expression'))],
  },
};

const lane = mapping(
  'A lane of the branch and when it is taken. The first lane whose condition holds runs.',
  {
    name: name('The name of the lane, as under `branches`.'),
    type: { const: 'complex' },
    value: one('expression', 'When the lane is taken.'),
  },
  ['name', 'type', 'value'],
);

const conditions: JsonSchema = {
  allOf: [
    one('input'),
    when('type', ['complex'], { properties: { value: list('The lanes, in order.', one('lane')) } }),
  ],
};

export const conditionDefinitions = { expression, lane, conditions };
