import { defineAction } from '#lib/connectors/define.ts';
import { formOf } from '#lib/connectors/http/content.ts';
import { requestInputs } from '#lib/connectors/http/requestInputs.ts';
import { send } from '#lib/connectors/http/send.ts';
import { choice, pairs } from '#lib/connectors/inputs.ts';
import { toFile, toText, type KeyValue } from '#lib/connectors/reading.ts';

/** Sends fields and files as a form (format.md 2.2). */
export const httpPostFormData = defineAction({
  label: 'POST form data',
  description: 'Sends fields and files as a form does.',
  synonyms: ['upload', 'multipart', 'file', 'form'],
  lazy: true,
  inputs: {
    ...requestInputs,
    httpMethod: choice({
      label: 'Method',
      help: 'Which of the two the service expects.',
      choices: ['post', 'put'],
      default: 'post',
    }),
    formData: pairs({ label: 'Fields', help: 'The name of each field and its text.' }),
    fileData: pairs({ label: 'Files', help: 'The name of the field, and a file or text.' }),
    fileDataFileNames: pairs({
      label: 'File names',
      help: 'The name of the field, and what the file is called.',
    }),
  },
  example: { id: 1042 },
  output: 'anything',
  perform: async ({ httpMethod, formData, fileData, fileDataFileNames, ...values }, context) => {
    const files = fileData.map((row) => fileOf(row, fileDataFileNames));
    return await send(httpMethod.toUpperCase(), values, context, await formOf(formData, files));
  },
});

/** A file without a name of its own is called like its field. */
function fileOf({ key, value }: KeyValue, names: readonly KeyValue[]) {
  const file = toFile(value);
  const given = names.find((row) => row.key === key);
  return { ...file, field: key, name: toText(given?.value) || file.name || key };
}
