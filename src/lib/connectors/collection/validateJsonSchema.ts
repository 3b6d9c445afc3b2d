import { defineAction } from '#lib/connectors/define.ts';
import { anything, content } from '#lib/connectors/inputs.ts';
import { parseJson } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';
import { jsonProblem } from '#lib/model/problems/jsonProblem.ts';

/** The data when it fits the schema; fails when it does not (format.md 2.3, collection-tools). */
export const validateJsonSchema = defineAction({
  label: 'Validate JSON',
  description: 'Checks data against a JSON schema, and fails when it does not fit.',
  synonyms: ['schema', 'check', 'verify'],
  icon: 'shield-check',
  pure: true,
  inputs: {
    jsonInput: anything({ label: 'Data', help: 'An object, or text that holds JSON.', required: true }),
    jsonSchema: content({
      label: 'JSON schema',
      help: 'What the data must look like, as json-schema.org says it.',
      required: true,
      placeholder: '{ "type": "object", "required": ["id"] }',
    }),
  },
  example: { id: 1 },
  output: 'anything',
  perform: async ({ jsonInput, jsonSchema }, { calculate }) => {
    const data = parseJson(jsonInput);
    checkJson(jsonSchema);
    // As text: what JSON cannot say is left out of what is checked.
    const problems = (await calculate('checkJsonSchema', [
      JSON.stringify(data ?? null),
      jsonSchema,
    ])) as string[];
    if (problems.length > 0) throw unfit(problems);
    return { data };
  },
});

function checkJson(schema: string): void {
  const problem = schema.trim() === '' ? '' : jsonProblem(schema);
  if (problem === undefined) return;
  throw new FailureError({ code: 'input', message: `The JSON schema is no JSON${problem}.` });
}

function unfit(problems: readonly string[]): FailureError {
  return new FailureError({
    code: 'input',
    message: `The data does not fit the schema: ${problems[0]}`,
    ...(problems.length > 1 && { hint: 'More is wrong; all of it is under “Copy details”.' }),
    detail: problems.join('\n'),
  });
}
