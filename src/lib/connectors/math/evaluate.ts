import { defineAction } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';

/** What an expression comes to (format.md 2.3). */
export const evaluate = defineAction({
  label: 'Evaluate expression',
  description: 'Works out an expression such as 2 * 3 + 7.',
  pure: true,
  unverified: true,
  inputs: {
    expression: text({
      label: 'Expression',
      help: 'Numbers, + - * / ^ %, brackets, comparisons, and functions such as sqrt(2), round(1.255, 2) or max(1, 2).',
      required: true,
    }),
  },
  example: 13,
  synonyms: ['calculate', 'formula', 'compute'],
  perform: async ({ expression }, { calculate }) => ({ data: await calculate('evaluateMath', [expression]) }),
});
