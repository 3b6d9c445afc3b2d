import { defineAction } from '#lib/connectors/define.ts';
import { anything, code } from '#lib/connectors/inputs.ts';
import { parseJson } from '#lib/connectors/reading.ts';

/** Queries and reshapes data (format.md 2.3, jsonata). */
export const transform = defineAction({
  label: 'Transform data',
  description: 'Makes new data from data by a JSONata expression; nothing when it finds nothing.',
  pure: true,
  unverified: true,
  inputs: {
    expression: code({
      label: 'Expression',
      language: 'jsonata',
      help: 'JSONata, such as $sum(items.price) or items[price > 10].name.',
      required: true,
    }),
    data: anything({ label: 'Data', help: 'Text that holds JSON is read as what it holds.' }),
  },
  example: { customer: 'Ada', total: 24 },
  output: 'anything',
  synonyms: ['query', 'jq', 'jmespath', 'jsonpath', 'map'],
  perform: async ({ expression, data }, { calculate }) => ({
    data: await calculate('transformJsonata', [expression, parseJson(data)]),
  }),
});
