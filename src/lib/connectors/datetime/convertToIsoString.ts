import { dateTimeInput, zoneInput } from '#lib/connectors/datetime/inputs.ts';
import { readInstant } from '#lib/connectors/datetime/readInstant.ts';
import { defineAction } from '#lib/connectors/define.ts';

/** A date as ISO text of UTC (format.md 2.3). */
export const convertToIsoString = defineAction({
  label: 'Convert to ISO text',
  description: 'Writes a date as ISO text in UTC.',
  pure: true,
  unverified: true,
  inputs: { dateTimeInput, tz: zoneInput('Whose clocks a date goes by that names no zone itself.') },
  example: '2026-01-31T10:00:00.000Z',
  synonyms: ['date', 'time', 'timezone'],
  perform: ({ dateTimeInput, tz }) => ({
    data: new Date(readInstant(dateTimeInput, 'Date and time', tz)).toISOString(),
  }),
});
