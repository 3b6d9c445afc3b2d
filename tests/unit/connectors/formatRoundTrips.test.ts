/** What one direction writes, the other reads back; ROUNDS says how often. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateFromObject } from '#lib/connectors/csv/generate.ts';
import { parse } from '#lib/connectors/csv/parse.ts';
import type { CsvResult } from '#lib/connectors/csv/readCsv.ts';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { changeDataFormat } from '#lib/connectors/format/index.ts';
import { readScalar } from '#lib/connectors/format/xml/readScalar.ts';
import { resultOf } from '../../support/performAction.ts';

const numRuns = Number(process.env.ROUNDS ?? 100);

const text = fc.string({ unit: 'grapheme', maxLength: 12 });

describe('round trips', () => {
  it('JSON to YAML and back gives the same', async () => {
    await check(fc.jsonValue(), async (value) => {
      const yaml = await perform('jsonToYaml', JSON.stringify(value));
      expect(JSON.parse((await perform('yamlToJson', yaml)) as string)).toEqual(plain(value));
      expect(await perform('deserializeFromYaml', await perform('binaryToYaml', { value }))).toEqual({
        value: plain(value),
      });
    });
  });

  it('data to XML and back gives the same, for all that XML can hold', async () => {
    await check(elements, async (root) => {
      const data = { root };
      const xml = await perform('jsonToXml', JSON.stringify(data));
      expect(JSON.parse((await perform('xmlToJson', xml)) as string)).toEqual(data);
    });
  });

  it('data to XML and back gives the same texts, when numbers stay text', async () => {
    await check(
      fc.record({ '@_id': trimmed, name: trimmed, note: fc.array(trimmed, { minLength: 2 }) }),
      async (root) => {
        const xml = await perform('binaryToXml', { root });
        expect(await perform('deserializeFromXml', xml, { numbersAsStrings: 'true' })).toEqual({ root });
      },
    );
  });

  it('XML can be read again, whatever was written', async () => {
    await check(fc.object({ key: fc.string({ unit: 'binary' }), maxDepth: 4 }), async (value) => {
      expect(await perform('deserializeFromXml', await perform('binaryToXml', { value }))).toBeTypeOf(
        'object',
      );
    });
  });

  it('objects to CSV and back give the same, with any delimiter', async () => {
    const delimiters = fc.constantFrom(',', ';', '\t', '|');
    await check(fc.tuple(tables, delimiters), async ([rows, delimiter]) => {
      const csv = await resultOf(generateFromObject, { inputArray: rows, delimiter });
      const { data, errors } = await parsed(csv, delimiter);
      expect(errors).toEqual([]);
      expect(data).toEqual(rows);
    });
  });

  it('objects in objects to CSV and back give the same, when columns are unflattened', async () => {
    const record = fc.record({ id: text, to: fc.record({ city: text, code: fc.record({ zip: text }) }) });
    await check(fc.array(record, { minLength: 1 }), async (rows) => {
      const csv = await perform('binaryToCsv', rows);
      expect(await perform('deserializeFromCsv', csv, { unflatten: 'true' })).toEqual(rows);
    });
  });

  it('a list to JSONL and back gives the same', async () => {
    await check(fc.array(fc.jsonValue()), async (values) => {
      expect(await perform('deserializeJsonl', await perform('serializeJsonl', values))).toEqual(
        plain(values),
      );
    });
  });

  it('an object to form data and back gives the same', async () => {
    const values = fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 }));
    await check(fc.dictionary(text, values), async (fields) => {
      expect(await perform('deserializeFormData', await perform('serializeFormData', fields))).toEqual({
        ...fields,
      });
    });
  });
});

/** Space around a text is layout in XML. */
const trimmed = text.map((value) => value.trim());

const name = fc.oneof(
  fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'größe', 'ns:name'),
);

const scalar = fc.oneof(
  trimmed.filter((value) => typeof readScalar(value) === 'string'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
);

/** Elements by name, with attributes; a list has at least two entries, an element without anything in it is empty text. */
const { elements } = fc.letrec<{ elements: unknown; value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, tie('elements')),
  elements: fc
    .tuple(
      fc.dictionary(
        name.map((key) => `@_${key}`),
        trimmed,
        { maxKeys: 2 },
      ),
      fc.dictionary(name, fc.oneof(tie('value'), fc.array(tie('value'), { minLength: 2, maxLength: 3 })), {
        minKeys: 1,
        maxKeys: 3,
      }),
    )
    .map(([attributes, inside]) =>
      Object.fromEntries([...Object.entries(attributes), ...Object.entries(inside)]),
    ),
}));

/** Rows of the same columns; names that stand twice, or none at all, make no table. */
const tables = fc
  .uniqueArray(
    text.filter((key) => key !== ''),
    { minLength: 1, maxLength: 4 },
  )
  .chain((columns) =>
    fc
      .array(fc.tuple(...columns.map(() => text)), { minLength: 1, maxLength: 5 })
      .map((rows) =>
        rows.map((row) => Object.fromEntries(row.map((value, index) => [columns[index] ?? '', value]))),
      ),
  );

async function check<T>(values: fc.Arbitrary<T>, holds: (value: T) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(values, holds), { numRuns });
}

async function perform(key: string, data: unknown, more: object = {}): Promise<unknown> {
  return await resultOf(changeDataFormat.actions[key] as StepDefinition, { data, ...more });
}

async function parsed(csv: unknown, delimiter: string): Promise<CsvResult> {
  return (await resultOf(parse, { csv, delimiter })) as CsvResult;
}

/** What JSON makes of it: minus zero is zero. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
