import { defineAction } from '#lib/connectors/define.ts';
import { requestInputs, send } from '#lib/connectors/http/send.ts';

/** Fetches an address (format.md 2.2). */
export const httpGet = defineAction({
  label: 'GET request',
  description: 'Fetches an address and returns the body.',
  inputs: requestInputs,
  example: { id: 1 },
  perform: async (values, context) => await send('GET', values, context),
});
