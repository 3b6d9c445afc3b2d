import { generate, generateFromObject } from '#lib/connectors/csv/generate.ts';
import { parse } from '#lib/connectors/csv/parse.ts';
import { defineConnector } from '#lib/connectors/define.ts';

/** Tables as text (format.md 2.3). */
export const csv = defineConnector({
  key: 'csv',
  label: 'CSV',
  description: 'Read and write tables as text.',
  family: 'data',
  icon: 'table',
  actions: { parse, generateFromObject, generate },
});
