import { defineConnector } from '#lib/connectors/define.ts';
import { breakLoop } from '#lib/connectors/loop/breakLoop.ts';
import { loopNTimes } from '#lib/connectors/loop/loopNTimes.ts';
import { loopOverItems } from '#lib/connectors/loop/loopOverItems.ts';

/** Steps that repeat what they hold (format.md 2.1). */
export const loop = defineConnector({
  key: 'loop',
  label: 'Loop',
  description: 'Repeat steps.',
  family: 'logic',
  icon: 'repeat',
  actions: { loopOverItems, loopNTimes, breakLoop },
});
