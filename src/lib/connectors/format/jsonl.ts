/** JSON Lines: a value on each line (format.md 2.3). */
import { defineAction } from '#lib/connectors/define.ts';
import { withinLimits } from '#lib/connectors/format/limits.ts';
import { unreadable } from '#lib/connectors/format/unreadable.ts';
import { content, list } from '#lib/connectors/inputs.ts';
import { jsonText } from '#lib/connectors/jsonText.ts';

const LABEL = 'JSONL';

/** Empty lines are left out. Throws `input` with the line. */
export const deserializeJsonl = defineAction({
  label: 'Deserialize JSONL',
  description: 'Reads JSON Lines into a list, a value for each line.',
  pure: true,
  inputs: { data: content({ label: 'Data', help: 'A JSON value on each line, as text or as a file.' }) },
  example: [{ name: 'Bolt' }, { name: 'Nut' }],
  output: { list: 'anything' },
  synonyms: ['parse', 'ndjson', 'json lines'],
  perform: ({ data }) => ({
    data: data.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)])),
  }),
});

export const serializeJsonl = defineAction({
  label: 'Serialize JSONL',
  description: 'Writes a list as JSON Lines, a value on each line.',
  pure: true,
  inputs: { data: list({ label: 'Data', help: 'From an earlier step; each item becomes a line.' }) },
  example: '{"name":"Bolt"}\n{"name":"Nut"}',
  synonyms: ['stringify', 'ndjson', 'json lines'],
  perform: async ({ data }) => ({
    data: await withinLimits(LABEL, () => data.map((value) => jsonText(value)).join('\n')),
  }),
});

function readLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line.replace('\uFEFF', '')) as unknown;
  } catch (thrown) {
    throw unreadable(LABEL, 'a line is no JSON', { line: number }, String(thrown));
  }
}
