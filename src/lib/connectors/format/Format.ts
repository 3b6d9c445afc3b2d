/** The formats of text that data is read from and written to (format.md 2.3). */
import { readRecords } from '#lib/connectors/csv/readCsv.ts';
import { writeCsv } from '#lib/connectors/csv/writeCsv.ts';
import { readJson } from '#lib/connectors/format/json.ts';
import { readXml } from '#lib/connectors/format/xml/readXml.ts';
import { writeXml } from '#lib/connectors/format/xml/writeXml.ts';
import { readYaml } from '#lib/connectors/format/yaml/readYaml.ts';
import { writeYaml } from '#lib/connectors/format/yaml/writeYaml.ts';
import { jsonText } from '#lib/connectors/jsonText.ts';

export interface Format {
  label: string;
  /** Throws `input` for text that is not of this format. */
  read: (text: string) => unknown;
  write: (value: unknown) => string | Promise<string>;
  /** How one item of an order looks in it. */
  example: string;
  /** What it keeps of data, where that is not all. */
  help?: string;
  /** Files do not show how it is read and written. */
  unverified?: boolean;
}

export const json: Format = {
  label: 'JSON',
  read: readJson,
  write: (value) => jsonText(value),
  example: '{"item":{"name":"Bolt","quantity":5}}',
};

export const yaml: Format = {
  label: 'YAML',
  read: readYaml,
  write: writeYaml,
  example: 'item:\n  name: Bolt\n  quantity: 5\n',
};

export const xml: Format = {
  label: 'XML',
  read: (text) => readXml(text, { numbersAsStrings: false }),
  write: writeXml,
  example: '<?xml version="1.0" encoding="UTF-8"?><item><name>Bolt</name><quantity>5</quantity></item>',
  help: 'Attributes are under “@_name”, text beside them under “#text”; an element that stands several times is a list.',
  unverified: true,
};

export const csv: Format = {
  label: 'CSV',
  read: (text) => readRecords(text),
  write: writeCsv,
  example: 'name,quantity\r\nBolt,5',
  help: 'A row for each object of a list; what is in objects inside it has columns such as “address.city”.',
};
