import { defineAction } from '#lib/connectors/define.ts';
import { code, flag, list, longText, text } from '#lib/connectors/inputs.ts';
import { modelInput } from '#lib/connectors/openai/callOpenai.ts';
import { isUnset, toObject } from '#lib/connectors/reading.ts';

/** What somebody is who works for us: written down here, and run by another step (format.md 2.4). */
export const createAgent = defineAction({
  label: 'Agent: Create',
  description: 'Describes an agent: a model with instructions.',
  pure: true,
  inputs: {
    modelName: modelInput,
    name: text({ label: 'Name', help: 'Such as Receipt reader.', required: true }),
    instructions: longText({
      label: 'Instructions',
      help: 'What it does and how, such as “Read receipts and give their total.”',
      required: true,
    }),
    handoffDescription: longText({
      label: 'Handoff description',
      help: 'When others should hand over to it.',
    }),
    tools: list({ label: 'Tools', help: 'Results of steps that create a tool.' }),
    mcpServers: list({ label: 'MCP servers', help: 'Leave it empty: they cannot be used here.' }),
    outputSchema: code({
      label: 'Output schema',
      language: 'json',
      help: 'The form that its answer must have.',
    }),
    outputSchemaName: text({
      label: 'Output schema name',
      help: 'Letters, digits, hyphens and underscores, such as receipt.',
      default: 'output',
    }),
    outputSchemaStrict: flag({
      label: 'Strict output',
      help: 'The answer keeps exactly to the schema.',
      default: false,
    }),
  },
  example: {
    agent: { name: 'Receipt reader', instructions: 'Read receipts.', model: 'gpt-5-mini-2025-08-07' },
    tools: [],
    mcpServers: [],
  },
  synonyms: ['gpt', 'ai', 'assistant'],
  perform: ({ modelName, name, instructions, handoffDescription, tools, mcpServers, ...schema }) => {
    const agent = { name, instructions, model: modelName, handoffDescription, ...outputTypeOf(schema) };
    return { data: { agent, tools, mcpServers } };
  },
});

interface SchemaValues {
  outputSchema: string;
  outputSchemaName: string;
  outputSchemaStrict: boolean;
}

function outputTypeOf({ outputSchema, outputSchemaName, outputSchemaStrict }: SchemaValues): object {
  if (isUnset(outputSchema)) return {};
  const schema = toObject(outputSchema, 'Output schema');
  return { outputType: { type: 'json_schema', name: outputSchemaName, strict: outputSchemaStrict, schema } };
}
