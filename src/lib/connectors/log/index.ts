import { defineConnector } from '#lib/connectors/define.ts';
import { writeLog } from '#lib/connectors/log/writeLog.ts';
import { writeMetric } from '#lib/connectors/log/writeMetric.ts';

/** Lines in the log of an execution (format.md 2.1). */
export const log = defineConnector({
  key: 'log',
  label: 'Log',
  description: 'Write lines to the log.',
  family: 'utility',
  icon: 'scroll-text',
  actions: { writeLog, writeMetric },
});
