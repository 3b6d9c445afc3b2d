import { defineConnector } from '#lib/connectors/define.ts';
import { deduplicate } from '#lib/connectors/process/deduplicate.ts';

/** Data that is remembered from run to run (format.md 2.3). */
export const processData = defineConnector({
  key: 'process-data',
  label: 'Process data',
  description: 'Process each item only once.',
  family: 'data',
  icon: 'copy-minus',
  actions: { deduplicate },
});
