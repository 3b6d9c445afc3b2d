import { defineConnector } from '#lib/connectors/define.ts';
import { transform } from '#lib/connectors/jsonata/transform.ts';

/** Queries in JSONata (format.md 2.3). */
export const jsonata = defineConnector({
  key: 'jsonata',
  label: 'JSONata',
  description: 'Query and reshape data.',
  family: 'data',
  icon: 'braces',
  actions: { transform },
});
