import { defineAction } from '#lib/connectors/define.ts';
import { connection, list, longText, number, object, text } from '#lib/connectors/inputs.ts';
import { respond, userMessage, type Answer, type Turn } from '#lib/connectors/openai/respond.ts';
import { refuseTools, unsupported } from '#lib/connectors/openai/unsupported.ts';
import { asWebSearch } from '#lib/connectors/openai/webSearch.ts';
import { parseJson, toText } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Asks an agent that answers by itself or searches the web: one request. Others are `unsupported` (format.md 2.4). */
export const runAgent = defineAction({
  label: 'Agent: Run',
  description: 'Gives an agent something to do.',
  lazy: true,
  inputs: {
    openaiConnection: connection({
      label: 'Connection',
      help: 'Holds the API key of the account that pays.',
      required: true,
    }),
    agentConfig: object({ label: 'Agent', required: true, help: 'The result of “Agent: Create”.' }),
    userInput: longText({ label: 'Input', help: 'What the agent is asked or given to do.', required: true }),
    history: list({ label: 'History', help: 'What was said before: the history of an earlier run.' }),
    fileIds: list({ label: 'File IDs', help: 'Files that were uploaded before.' }),
    previousResponseId: text({
      label: 'Previous response ID',
      help: 'Goes on from there, instead of a history.',
    }),
    maxTurns: number({
      label: 'Most turns',
      default: 10,
      help: 'An agent without tools of its own takes one.',
    }),
    handoffs: list({ label: 'Handoffs', help: 'Agents that it may hand over to.' }),
  },
  example: {
    finalOutput: { total: 10.5 },
    pendingApprovals: [],
    hasInterruptions: false,
    history: [],
    state: { lastModelResponse: { responseId: 'resp_1' } },
  },
  output: {
    fields: {
      finalOutput: 'anything',
      pendingApprovals: { list: 'anything' },
      hasInterruptions: 'boolean',
      history: { list: 'anything' },
      state: { fields: { lastModelResponse: { fields: { responseId: 'text' } } } },
    },
  },
  synonyms: ['gpt', 'ai', 'assistant', 'ask'],
  perform: async ({ openaiConnection, agentConfig, handoffs, ...asked }, context) => {
    if (handoffs.length > 0) throw unsupported('A handoff to another agent');
    const { agent, tools } = readConfig(agentConfig);
    const input = [...asked.history, userMessage(asked.userInput, asked.fileIds)];
    const { previousResponseId } = asked;
    const answer = await respond(context, openaiConnection, {
      ...turnOf(agent),
      tools,
      input,
      previousResponseId,
    });
    return { data: resultOf(answer, input, agent.outputType !== undefined) };
  },
});

interface Agent {
  instructions?: unknown;
  model?: unknown;
  outputType?: Readonly<Record<string, unknown>>;
}

function readConfig(config: Record<string, unknown>): { agent: Agent; tools: object[] } {
  const { agent, tools, mcpServers } = config;
  if (typeof agent !== 'object' || agent === null) throw noAgent();
  const searches = listOf(tools).map(asWebSearch);
  refuseTools(
    searches.filter((tool) => tool === undefined),
    listOf(mcpServers),
  );
  return { agent, tools: searches.filter((tool) => tool !== undefined) };
}

function turnOf({ instructions, model, outputType }: Agent): Pick<Turn, 'instructions' | 'model' | 'format'> {
  return { instructions: toText(instructions), model: toText(model), format: outputType };
}

/** An answer in a form of its own is read; nothing of it ever waits for somebody's approval. */
function resultOf({ id, text, output }: Answer, input: readonly unknown[], isForm: boolean): object {
  return {
    finalOutput: isForm ? parseJson(text) : text,
    pendingApprovals: [],
    hasInterruptions: false,
    history: [...input, ...output],
    state: { lastModelResponse: { responseId: id } },
  };
}

function noAgent(): FailureError {
  return new FailureError({
    code: 'input',
    message: '“Agent” holds no agent.',
    hint: 'It is the result of a step “Agent: Create”.',
  });
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
