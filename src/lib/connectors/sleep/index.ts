import { defineConnector } from '#lib/connectors/define.ts';
import { sleep as sleepAction } from '#lib/connectors/sleep/sleep.ts';

/** Waiting (format.md 2.1). */
export const sleep = defineConnector({
  key: 'sleep',
  label: 'Sleep',
  description: 'Wait for a while.',
  family: 'utility',
  icon: 'timer',
  actions: { sleep: sleepAction },
});
