import { defineAction } from '#lib/connectors/define.ts';
import { connection, list, longText, pairs } from '#lib/connectors/inputs.ts';
import { modelInput } from '#lib/connectors/openai/callOpenai.ts';
import { respond, userMessage, type Turn } from '#lib/connectors/openai/respond.ts';
import { refuseTools } from '#lib/connectors/openai/unsupported.ts';
import { parseJson, toText, type KeyValue } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** A model chooses the lane: the rows of `branches` name them and say what each is for (format.md 1.6.3, 2.4). */
export const classifyAndBranch = defineAction({
  label: 'Agent: Classify and branch',
  description: 'Lets a model decide which branch a text belongs to.',
  lazy: true,
  inputs: {
    openaiConnection: connection({
      label: 'Connection',
      help: 'Holds the API key of the account that pays.',
      required: true,
    }),
    model: modelInput,
    classificationInstructions: longText({ label: 'Instructions', help: 'How to decide.' }),
    branches: pairs({ label: 'Branches', required: true, help: 'Name, and when it is the right one.' }),
    inputText: longText({
      label: 'Text',
      help: 'What the model is to classify, such as an email.',
      required: true,
    }),
    fileIds: list({ label: 'File IDs', help: 'Files that were uploaded before.' }),
    agentTools: list({ label: 'Tools', help: 'Leave it empty: tools cannot be used here.' }),
    agentMcpServers: list({ label: 'MCP servers', help: 'Leave it empty: they cannot be used here.' }),
  },
  example: {
    selectedBranch: 'Invoice',
    confidence: 'high',
    reasoning: 'It asks for a payment.',
    originalInput: 'Please pay 10 €.',
  },
  synonyms: ['gpt', 'ai', 'decide', 'route'],
  perform: async ({ openaiConnection, agentTools, agentMcpServers, ...question }, context) => {
    refuseTools(agentTools, agentMcpServers);
    const { text } = await respond(context, openaiConnection, turnOf(question));
    const { branch, confidence, reasoning } = readClassification(text);
    const names = question.branches.map(({ key }) => key);
    const selectedBranch = branch !== undefined && names.includes(branch) ? branch : otherwise;
    const data = { selectedBranch, confidence, reasoning, originalInput: question.inputText };
    return { branch: selectedBranch, data };
  },
});

const otherwise = 'Else';

interface Question {
  model: string;
  classificationInstructions: string;
  branches: readonly KeyValue[];
  inputText: string;
  fileIds: readonly unknown[];
}

function turnOf({ model, classificationInstructions, branches, inputText, fileIds }: Question): Turn {
  const names = [...new Set([...branches.map(({ key }) => key), otherwise])];
  const lines = branches.map(({ key, value }) => `${JSON.stringify(key)}: ${toText(value)}`);
  const instructions = [
    'Decide which one of these branches the input belongs to. Each line is the name of a branch and when to choose it.',
    ...lines,
    `Choose ${JSON.stringify(otherwise)} when none of them fits.`,
    classificationInstructions,
  ].join('\n');
  const format = { name: 'classification', strict: true, schema: schemaFor(names) };
  return { model, instructions, input: [userMessage(inputText, fileIds)], format };
}

/** The model can answer with nothing but one of the names. */
function schemaFor(names: readonly string[]): object {
  const properties = {
    branch: { type: 'string', enum: names },
    confidence: { type: 'string', enum: ['high', 'medium', 'low'] },
    reasoning: { type: 'string' },
  };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

interface Classification {
  branch?: string;
  confidence?: string;
  reasoning?: string;
}

function readClassification(text: string): Classification {
  const answer = parseJson(text);
  if (typeof answer === 'object' && answer !== null) return answer;
  throw new FailureError({
    code: 'remote',
    message: 'The model did not say which branch it chose.',
    retry: true,
    detail: text.slice(0, 4096),
  });
}
