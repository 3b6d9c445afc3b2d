import { defineAction } from '#lib/connectors/define.ts';
import { pairs } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';

/** Writes each number that is watched as a line of the log (format.md 2.1); it has no result. */
export const writeMetric = defineAction({
  label: 'Write metrics',
  description: 'Writes names and numbers to the log of the execution, one a line.',
  // As with other lines of the log: what is lost is lost with the journal, and written again with it.
  pure: true,
  unverified: true,
  inputs: { metrics: pairs({ label: 'Metrics', help: 'What is measured, and its number.', required: true }) },
  example: null,
  synonyms: ['measure', 'statistics', 'log', 'monitor'],
  perform: ({ metrics }, { log }) => {
    for (const { key, value } of metrics) log('info', `Metric ${key}: ${toText(value)}`);
    return { data: null };
  },
});
