import { defineTrigger } from '#lib/connectors/define.ts';
import { longText, pairs, text } from '#lib/connectors/inputs.ts';

/** Started by an HTTP request; its result is that request (format.md 1.7). */
export const webhook = defineTrigger({
  label: 'Webhook',
  description: 'Starts the flow when a request arrives.',
  inputs: {
    statusCode: text({ label: 'Response status code' }),
    contentType: text({ label: 'Response content type' }),
    headers: pairs({ label: 'Response headers' }),
    body: longText({ label: 'Response body' }),
  },
  example: { headers: {}, body: { data: { id: 1 }, contentType: 'application/json' }, queryParameters: {} },
  perform: (_inputs, { payload }) => ({ data: payload }),
});
