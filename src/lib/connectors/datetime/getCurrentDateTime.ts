import { inSeconds } from '#lib/connectors/datetime/inputs.ts';
import { defineAction } from '#lib/connectors/define.ts';

/** The time of this step (format.md 2.3). */
export const getCurrentDateTime = defineAction({
  label: 'Get current date and time',
  description: 'Gives the time of this step, in UTC.',
  // Nothing outside has happened: a time that was lost in a crash was seen by nobody.
  pure: true,
  unverified: true,
  inputs: { displayEpochInSeconds: { ...inSeconds, help: 'Seconds since 1970 instead of ISO text.' } },
  example: '2026-01-31T10:00:00.000Z',
  output: 'anything',
  synonyms: ['now', 'today', 'date', 'time'],
  perform: ({ displayEpochInSeconds }, { now }) => {
    const instant = now();
    return { data: displayEpochInSeconds ? Math.floor(instant / 1000) : new Date(instant).toISOString() };
  },
});
