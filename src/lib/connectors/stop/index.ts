import { defineConnector } from '#lib/connectors/define.ts';
import { stopExecution } from '#lib/connectors/stop/stopExecution.ts';

/** The way to end a run early (format.md 2.1). */
export const stop = defineConnector({
  key: 'stop-execution',
  label: 'Stop execution',
  description: 'End a run early.',
  family: 'logic',
  icon: 'circle-slash',
  actions: { stopExecution },
});
