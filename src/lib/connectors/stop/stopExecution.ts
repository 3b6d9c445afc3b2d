import { defineControl } from '#lib/connectors/define.ts';
import { longText, pairs, text } from '#lib/connectors/inputs.ts';

/** Ends the run with success, and says what a waiting caller gets (format.md 1.10, 2.1). */
export const stopExecution = defineControl({
  kind: 'stopExecution',
  label: 'Stop execution',
  description: 'Ends the run here, with success.',
  synonyms: ['end', 'exit', 'return', 'respond', 'reply', 'error'],
  inputs: {
    statusCode: text({
      label: 'Status code',
      help: 'From 200 to 599: 200 when all went well, 400 for a request that was wrong.',
      default: '200',
    }),
    contentType: text({
      label: 'Content type',
      help: 'What kind of text the body is, such as text/plain.',
      default: 'application/json',
    }),
    headers: pairs({ label: 'Headers', help: 'More headers of the answer, such as Location.' }),
    jsonBody: longText({ label: 'Body', help: 'What the caller gets who waits, such as { "ok": true }.' }),
  },
  example: null,
});
