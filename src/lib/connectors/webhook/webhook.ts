import { defineTrigger } from '#lib/connectors/define.ts';
import { responseInputs } from '#lib/connectors/webhook/responseInputs.ts';

/** Started by an HTTP request; its result is that request (format.md 1.7). */
export const webhook = defineTrigger({
  label: 'Webhook',
  description: 'Starts the flow when a request arrives.',
  inputs: responseInputs,
  example: { headers: {}, body: { data: { id: 1 }, contentType: 'application/json' }, queryParameters: {} },
  perform: (_inputs, { payload }) => ({ data: payload }),
});
