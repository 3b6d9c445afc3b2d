import { dateTimeInput } from '#lib/connectors/datetime/inputs.ts';
import { checkInstant, readInstant } from '#lib/connectors/datetime/readInstant.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { number } from '#lib/connectors/inputs.ts';

/** Earlier or later (format.md 2.3). A day is 24 hours: nothing here says whose clocks would change. */
export const adjustDateTime = defineAction({
  label: 'Adjust date and time',
  description: 'Moves a date by days, hours, minutes and seconds; below 0 to earlier.',
  pure: true,
  inputs: {
    dateTimeInput,
    secondsInput: number({ label: 'Seconds', help: 'Such as 30, or -30 for earlier.', default: 0 }),
    minutesInput: number({ label: 'Minutes', help: 'Such as 15, or -15 for earlier.', default: 0 }),
    hoursInput: number({ label: 'Hours', help: 'Such as 2, or -2 for earlier.', default: 0 }),
    daysInput: number({ label: 'Days', help: 'Of 24 hours each.', default: 0 }),
  },
  example: '2026-02-01T10:00:00.000Z',
  synonyms: ['add', 'subtract', 'date', 'time', 'tomorrow', 'yesterday'],
  perform: ({ dateTimeInput, secondsInput, minutesInput, hoursInput, daysInput }) => {
    const hours = daysInput * 24 + hoursInput;
    const movedMs = ((hours * 60 + minutesInput) * 60 + secondsInput) * 1000;
    const instant = readInstant(dateTimeInput, 'Date and time') + movedMs;
    return { data: new Date(checkInstant(instant)).toISOString() };
  },
});
