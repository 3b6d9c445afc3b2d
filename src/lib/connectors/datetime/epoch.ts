/** Dates as numbers that count from 1970 (format.md 2.3). */
import { dateTimeInput, inSeconds } from '#lib/connectors/datetime/inputs.ts';
import { checkInstant, readInstant } from '#lib/connectors/datetime/readInstant.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';

const synonyms = ['unix', 'timestamp', 'milliseconds', 'date'];

export const convertToEpoch = defineAction({
  label: 'Convert date to epoch',
  description: 'Gives a date as the milliseconds, or seconds, since 1970.',
  pure: true,
  unverified: true,
  inputs: { dateTimeInput, displayEpochInSeconds: inSeconds },
  example: 1769853600000,
  synonyms,
  perform: ({ dateTimeInput, displayEpochInSeconds }) => {
    const instant = readInstant(dateTimeInput, 'Date and time');
    return { data: displayEpochInSeconds ? Math.floor(instant / 1000) : instant };
  },
});

export const convertFromEpoch = defineAction({
  label: 'Convert epoch to date',
  description: 'Writes the milliseconds, or seconds, since 1970 as ISO text.',
  pure: true,
  unverified: true,
  inputs: {
    epochTimestamp: number({
      label: 'Epoch',
      help: 'What counts from 1970 on, such as 1769853600000.',
      required: true,
    }),
    epochTimestampInSeconds: inSeconds,
  },
  example: '2026-01-31T10:00:00.000Z',
  synonyms,
  perform: ({ epochTimestamp, epochTimestampInSeconds }) => {
    const instant = checkInstant(epochTimestampInSeconds ? epochTimestamp * 1000 : epochTimestamp);
    return { data: new Date(instant).toISOString() };
  },
});
