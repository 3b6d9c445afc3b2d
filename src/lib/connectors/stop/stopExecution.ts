import { defineControl } from '#lib/connectors/define.ts';
import { longText, pairs, text } from '#lib/connectors/inputs.ts';

/** Ends the run with success, and says what a waiting caller gets (format.md 1.10, 2.1). */
export const stopExecution = defineControl({
  kind: 'stopExecution',
  label: 'Stop execution',
  description: 'Ends the run here, with success.',
  synonyms: ['end', 'exit', 'return', 'respond', 'reply', 'error'],
  inputs: {
    statusCode: text({ label: 'Status code', default: '200' }),
    contentType: text({ label: 'Content type', default: 'application/json' }),
    headers: pairs({ label: 'Headers' }),
    jsonBody: longText({ label: 'Body' }),
  },
  example: null,
});
