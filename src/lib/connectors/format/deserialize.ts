/** From text in a format to data (format.md 2.3). */
import { readRecords } from '#lib/connectors/csv/readCsv.ts';
import { unflatten } from '#lib/connectors/csv/unflatten.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { csv, json, xml, yaml, type Format } from '#lib/connectors/format/Format.ts';
import { objectOf } from '#lib/connectors/format/conversions.ts';
import { withinLimits } from '#lib/connectors/format/limits.ts';
import { readXml } from '#lib/connectors/format/xml/readXml.ts';
import { anything, content, flag } from '#lib/connectors/inputs.ts';

const synonyms = ['parse', 'read'];

export const deserializeFromJson = plain(json);

export const deserializeFromYaml = plain(yaml);

/** By the conventions of fast-xml-parser; T9 of format.md 5 shows elements by name and numbers as numbers. */
export const deserializeFromXml = defineAction({
  label: 'Deserialize from XML',
  description: 'Reads XML into an object of its elements by name.',
  pure: true,
  inputs: {
    data: content({ label: 'Data', help: xml.help, required: true }),
    numbersAsStrings: flag({
      label: 'Numbers as text',
      help: 'Also “true” and “false” stay text. Zeros in front of a number keep it text in any case.',
      default: false,
    }),
  },
  example: { order: { '@_id': '7', item: { name: 'Bolt' }, quantity: 5, price: 1.25 } },
  output: 'anything',
  synonyms,
  unverified: true,
  perform: async ({ data, numbersAsStrings }) => ({
    data: await withinLimits(xml.label, () => readXml(data, { numbersAsStrings })),
  }),
});

/** Values stay text; without a header a row is a list of them. */
export const deserializeFromCsv = defineAction({
  label: 'Deserialize from CSV',
  description: 'Reads CSV into a list, an object for each row.',
  pure: true,
  inputs: {
    data: content({ label: 'Data', help: 'CSV as text, or as a file.' }),
    header: flag({
      label: 'Has header',
      help: 'The first row holds the names of the columns.',
      default: true,
    }),
    unflatten: flag({
      label: 'Unflatten',
      help: 'A column “address.city” becomes an object “address” with “city” in it.',
      default: false,
    }),
  },
  example: [{ name: 'Bolt', quantity: '5' }],
  output: { list: 'anything' },
  synonyms,
  perform: async ({ data, header, unflatten: nested }) => {
    const read = async () => {
      const records = await readRecords(data, { header });
      return nested && header
        ? records.map((record) => unflatten(record as Record<string, unknown>))
        : records;
    };
    return { data: await withinLimits(csv.label, read) };
  },
});

/** Bytes hold text, and the text an object when it is JSON. */
export const deserializeFromBinary = defineAction({
  label: 'Deserialize from binary',
  description: 'Reads bytes as text, and as an object when the text is JSON.',
  pure: true,
  inputs: {
    data: anything({ label: 'Data', help: 'Bytes or a file from an earlier step.', required: true }),
  },
  example: { name: 'Bolt', quantity: 5 },
  output: 'anything',
  synonyms: [...synonyms, 'file', 'bytes', 'buffer'],
  unverified: true,
  perform: ({ data }) => ({ data: objectOf(data) }),
});

function plain({ label, read }: Format) {
  return defineAction({
    label: `Deserialize from ${label}`,
    description: `Reads ${label} into an object, a list or a value.`,
    pure: true,
    inputs: { data: content({ label: 'Data', help: `${label} as text, or as a file.`, required: true }) },
    example: { item: { name: 'Bolt', quantity: 5 } },
    output: 'anything',
    synonyms,
    perform: async ({ data }) => ({ data: await withinLimits(label, () => read(data)) }),
  });
}
