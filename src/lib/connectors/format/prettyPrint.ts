import { defineAction } from '#lib/connectors/define.ts';
import { readJson } from '#lib/connectors/format/json.ts';
import { withinLimits } from '#lib/connectors/format/limits.ts';
import { content } from '#lib/connectors/inputs.ts';

/** Writes data as JSON for people to read, two spaces a level (format.md 2.3). */
export const prettyPrint = defineAction({
  label: 'Pretty print',
  description: 'Writes data as JSON with a line for each value.',
  pure: true,
  inputs: {
    data: content({ label: 'Data', help: 'JSON as text, or a result of an earlier step.', required: true }),
  },
  example: '{\n  "name": "Bolt"\n}',
  synonyms: ['format', 'indent', 'beautify'],
  perform: async ({ data }) => ({
    data: await withinLimits('JSON', () => JSON.stringify(readJson(data), null, 2)),
  }),
});
