import { readResult } from '#lib/connectors/code/readResult.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { anything, code as codeInput } from '#lib/connectors/inputs.ts';

/** Runs the user's function with the context and the results so far (format.md 1.10, 2.1). */
export const runCode = defineAction({
  label: 'Code block',
  description: 'Runs JavaScript of your own.',
  synonyms: ['javascript', 'function', 'script', 'js'],
  lazy: true,
  inputs: {
    code: codeInput({
      label: 'Code',
      help: 'A function that returns { data }; stepResults holds the results of earlier steps by name.',
      language: 'javascript',
      required: true,
      default: 'module.exports = async (context, stepResults) => {\n  return { data: null };\n};\n',
    }),
    // Older files have it; the code itself reads results by name.
    data: anything({ label: 'Data', help: 'Only in older files; the code reads results by name instead.' }),
  },
  example: null,
  output: 'anything',
  perform: async ({ code: source }, { code, codeArguments, log }) =>
    readResult(await code({ source, how: 'call', args: codeArguments() }), log),
});
