import { defineConnector } from '#lib/connectors/define.ts';
import { valueListMapper, valueMapper } from '#lib/connectors/mapper/values.ts';

/** Values for other values, by a table (format.md 2.3). */
export const dataMapper = defineConnector({
  key: 'data-mapper',
  label: 'Data mapper',
  description: 'Replace values by others, by a table.',
  family: 'data',
  icon: 'replace',
  actions: { valueMapper, valueListMapper },
});
