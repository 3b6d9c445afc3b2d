import { defineTrigger } from '#lib/connectors/define.ts';

/** Started by the clock; when, the step's own schedule says (format.md 1.7). */
export const schedule = defineTrigger({
  label: 'Schedule',
  description: 'Starts the flow at set times.',
  inputs: {},
  example: { headers: {}, body: { data: '', contentType: 'application/json' }, queryParameters: {} },
  perform: (_inputs, { payload }) => ({ data: payload }),
});
