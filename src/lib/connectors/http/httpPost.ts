import { defineAction } from '#lib/connectors/define.ts';
import { contentOf, requestInputs, send } from '#lib/connectors/http/send.ts';
import { anything } from '#lib/connectors/inputs.ts';

/** Sends data to an address (format.md 2.2). */
export const httpPost = defineAction({
  label: 'POST request',
  description: 'Sends data to an address and returns the body of the answer.',
  inputs: { ...requestInputs, data: anything({ label: 'Data' }) },
  example: { id: 1 },
  perform: async ({ data, ...values }, context) =>
    await send('POST', values, context, data === undefined || data === '' ? {} : contentOf(data)),
});
