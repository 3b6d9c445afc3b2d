import { readReply } from '#lib/connectors/code/readResult.ts';
import { defineTrigger } from '#lib/connectors/define.ts';
import { code as codeInput } from '#lib/connectors/inputs.ts';
import { FailureError } from '#lib/model/failure.ts';

/** The user's function makes the trigger's result and the answer to the sender (format.md 1.7). */
export const runCodeTrigger = defineTrigger({
  label: 'Code trigger',
  description: 'Runs JavaScript of your own on each request.',
  lazy: true,
  inputs: {
    code: codeInput({
      label: 'Code',
      help: 'A function that returns { payload }, and { response } to answer the sender.',
      language: 'javascript',
      required: true,
      default: 'module.exports = async (context, payload) => {\n  return { payload };\n};\n',
    }),
  },
  example: { body: { data: { id: 1 }, contentType: 'application/json' } },
  output: 'anything',
  perform: async ({ code: source }, { code, codeArguments, payload }) => {
    const [context] = codeArguments();
    const returned = await code({ source, how: 'call', args: [context, payload] });
    if (typeof returned !== 'object' || returned === null || !('payload' in returned)) throw noPayload();
    const response = 'response' in returned ? readReply(returned.response) : undefined;
    return { data: returned.payload, ...(response && { response }) };
  },
});

function noPayload(): FailureError {
  return new FailureError({
    code: 'code',
    message: 'The code of this trigger returned no payload.',
    hint: 'Return `{ payload }`, and `response` if the sender is to get an answer of its own.',
  });
}
