import { defineAction } from '#lib/connectors/define.ts';
import { formOf } from '#lib/connectors/http/content.ts';
import { choice, file, text } from '#lib/connectors/inputs.ts';
import { callOpenai, connectionInput, openaiBase, timeoutInput } from '#lib/connectors/openai/callOpenai.ts';

/** Gives OpenAI a file, which later steps name by its ID (format.md 2.4). */
export const uploadFile = defineAction({
  label: 'Upload file',
  description: 'Gives OpenAI a file that models can read.',
  lazy: true,
  inputs: {
    connection: connectionInput,
    file: file({ label: 'File', help: 'From an earlier step, or text.' }),
    filename: text({ label: 'File name', required: true, help: 'With its ending: OpenAI goes by it.' }),
    purpose: choice({
      label: 'Purpose',
      help: 'What the file is for: user_data fits most files that a model is to read.',
      required: true,
      choices: ['assistants', 'vision', 'batch', 'fine-tune', 'user_data', 'evals'],
    }),
    timeout: timeoutInput,
  },
  example: { id: 'file-1', object: 'file', bytes: 120, filename: 'receipt.pdf', purpose: 'assistants' },
  perform: async ({ connection, file: content, filename, purpose, timeout }, context) => {
    const fields = [{ key: 'purpose', value: purpose }];
    const form = await formOf(fields, [{ ...content, field: 'file', name: filename }]);
    const data = await callOpenai(context, connection, {
      method: 'POST',
      url: `${openaiBase}/v1/files`,
      headers: { 'content-type': form.contentType },
      body: form.body,
      timeoutMs: timeout,
    });
    return { data };
  },
});
