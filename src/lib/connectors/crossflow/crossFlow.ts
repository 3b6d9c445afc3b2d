import { defineTrigger } from '#lib/connectors/define.ts';
import { choice } from '#lib/connectors/inputs.ts';

/** Started by another flow of the integration; its body is the data that flow gave (format.md 1.7). */
export const crossFlow = defineTrigger({
  label: 'Cross-flow',
  description: 'Starts the flow when another flow calls it.',
  inputs: {
    responseType: choice({
      label: 'Response',
      help: 'Whether the flow that calls waits for the result.',
      choices: ['asynchronous', 'synchronous'],
      default: 'asynchronous',
    }),
  },
  example: { body: { data: { id: 1 }, contentType: 'application/json' } },
  perform: (_inputs, { payload }) => ({ data: payload }),
});
