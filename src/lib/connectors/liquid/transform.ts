import { defineAction } from '#lib/connectors/define.ts';
import { anything, code } from '#lib/connectors/inputs.ts';
import { parseJson } from '#lib/connectors/reading.ts';

/** Fills data into a template (format.md 2.3, liquid-template). */
export const transform = defineAction({
  label: 'Fill in template',
  description: 'Makes a text from data by a Liquid template.',
  pure: true,
  inputs: {
    data: anything({
      label: 'Data',
      help: 'The keys of an object are the names in the template; anything else has the name data.',
    }),
    liquidTemplate: code({
      label: 'Template',
      language: 'liquid',
      help: 'Liquid: {{ name }} puts in a value, {% for %} and {% if %} repeat and choose. Other templates cannot be included.',
    }),
  },
  example: 'Hello Ada, your order 42 is on its way.',
  synonyms: ['render', 'mustache', 'handlebars', 'mail merge'],
  perform: async ({ data, liquidTemplate }, { calculate }) => ({
    data: await calculate('renderLiquid', [liquidTemplate, namesIn(data)]),
  }),
});

function namesIn(given: unknown): unknown {
  const data = parseJson(given);
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  return isObject ? data : { data };
}
