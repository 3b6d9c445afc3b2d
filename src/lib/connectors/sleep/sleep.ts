import { defineAction } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';

/** Waits (format.md 2.1). A run that was cut off while it waited waits once more. */
export const sleep = defineAction({
  label: 'Sleep',
  description: 'Waits before the next step runs.',
  synonyms: ['wait', 'delay', 'pause', 'timer'],
  pure: true,
  inputs: {
    ms: number({ label: 'Milliseconds', help: '1000 are one second, 60000 a minute.', default: 1000 }),
  },
  example: null,
  perform: async ({ ms }, { wait }) => {
    await wait(Math.max(0, ms));
    return { data: null };
  },
});
