import { longText, pairs, text } from '#lib/connectors/inputs.ts';

/** What a webhook answers its sender at once, before the flow has ended (format.md 1.7). */
export const responseInputs = {
  statusCode: text({ label: 'Response status code', help: 'Such as 202; empty for 200.' }),
  contentType: text({
    label: 'Response content type',
    help: 'What kind of text the body is; empty for application/json.',
  }),
  headers: pairs({ label: 'Response headers', help: 'More headers of the answer, such as Location.' }),
  body: longText({
    label: 'Response body',
    help: 'What the sender gets; empty for the ID of the execution.',
  }),
};
