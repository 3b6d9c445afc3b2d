/** OpenAI: conversations, decisions, agents and files (format.md 1.6.3, 2.4). */
import { describe, expect, it } from 'vitest';
import type { HttpRequest, StepDefinition } from '#lib/connectors/define.ts';
import { openai } from '#lib/connectors/openai/index.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { failureOf, fakeFetch, performAction, resultOf } from '../../support/performAction.ts';

function action(key: string): StepDefinition {
  const found = openai.actions[key];
  if (!found) throw new Error(`OpenAI has no “${key}”.`);
  return found;
}

const connection: ConnectionValue = {
  key: 'openAiApiKey',
  configVarKey: 'OpenAI',
  fields: { apiKey: 'sk-1', organization: '' },
};
const bodyOf = (request: HttpRequest | undefined) =>
  JSON.parse(request?.body as string) as Record<string, unknown>;

/** A model that says this. */
const saying = (text: string, more = {}) =>
  fakeFetch(() => ({
    text: JSON.stringify({
      id: 'resp_1',
      status: 'completed',
      output: [
        { type: 'reasoning' },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] },
      ],
      ...more,
    }),
  }));

describe('a chat completion', () => {
  const messages = [{ role: 'user', content: 'Hello' }];
  const inputs = { connection, model: 'gpt-5-mini', messages: JSON.stringify(messages) };

  it('is one request, and gives the answer as it is', async () => {
    const { fetch, requests } = fakeFetch(() => ({ text: '{"choices":[]}' }));
    const given = { ...inputs, temperature: '1', topP: '', numChoices: '1' };
    expect(await resultOf(action('createChatCompletion'), given, { fetch })).toEqual({ choices: [] });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://api.openai.com/v1/chat/completions',
      headers: { authorization: 'Bearer sk-1' },
      redirect: 'error',
    });
    expect(bodyOf(requests[0])).toEqual({ model: 'gpt-5-mini', messages });
  });

  it('carries settings that change something', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    const given = { ...inputs, temperature: '0.2', topP: '0.5', numChoices: '2' };
    await resultOf(action('createChatCompletion'), given, { fetch });
    expect(bodyOf(requests[0])).toMatchObject({ temperature: 0.2, top_p: 0.5, n: 2 });
  });

  it('names the organization', async () => {
    const { fetch, requests } = fakeFetch(() => ({}));
    const named = { ...connection, fields: { apiKey: 'sk-1', organization: 'org-1' } };
    await resultOf(action('createChatCompletion'), { ...inputs, connection: named }, { fetch });
    expect(requests[0]?.headers['openai-organization']).toBe('org-1');
  });

  it.each([
    ['messages that are no list', { messages: 'Hello' }, 'input'],
    ['a temperature that is no number', { temperature: 'hot' }, 'input'],
    ['no key', { connection: { ...connection, fields: {} } }, 'connection'],
    ['no connection', { connection: undefined }, 'connection'],
  ])('refuses %s', async (_name, more, code) => {
    const given = { ...inputs, ...more };
    const read = async () => await failureOf(action('createChatCompletion'), given);
    expect(await read()).toMatchObject({ code });
  });
});

describe('a decision of a model', () => {
  const branches = [
    { key: 'Invoice', value: 'It asks for money.' },
    { key: 'Say "no"', value: 'Anything else.' },
  ];
  const inputs = {
    openaiConnection: connection,
    model: 'gpt-5',
    branches,
    inputText: 'Pay!',
    fileIds: ['file-1'],
  };
  const decide = async (said: string) => {
    const { fetch, requests } = saying(said);
    const result = await performAction(action('classifyAndBranch'), inputs, { fetch });
    return { result, body: bodyOf(requests[0]) };
  };

  it('is the lane that runs', async () => {
    const said = { branch: 'Invoice', confidence: 'high', reasoning: 'Money.' };
    const { result } = await decide(JSON.stringify(said));
    expect(result).toEqual({
      branch: 'Invoice',
      data: { selectedBranch: 'Invoice', confidence: 'high', reasoning: 'Money.', originalInput: 'Pay!' },
    });
  });

  it('can be nothing but a branch, and sees the files', async () => {
    const { body } = await decide('{"branch":"Else"}');
    expect(body).toMatchObject({
      model: 'gpt-5',
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 'Pay!' },
            { type: 'input_file', file_id: 'file-1' },
          ],
        },
      ],
      text: {
        format: {
          type: 'json_schema',
          strict: true,
          schema: { properties: { branch: { enum: ['Invoice', 'Say "no"', 'Else'] } } },
        },
      },
    });
    expect(body.instructions).toContain('"Invoice": It asks for money.');
  });

  it.each(['{"branch":"Unheard of"}', '{"branch":"constructor"}', '{}'])(
    'is the lane Else when the model says %s',
    async (said) => {
      expect((await decide(said)).result.branch).toBe('Else');
    },
  );

  it('fails when the model says something else', async () => {
    const { fetch } = saying('Invoice, I think.');
    expect(await failureOf(action('classifyAndBranch'), inputs, { fetch })).toMatchObject({
      code: 'remote',
      detail: 'Invoice, I think.',
    });
  });

  it.each([{ agentTools: [{}] }, { agentMcpServers: [{}] }])('does without %j', async (more) => {
    expect(await failureOf(action('classifyAndBranch'), { ...inputs, ...more })).toMatchObject({
      code: 'unsupported',
    });
  });
});

describe('an agent', () => {
  const described = {
    modelName: 'gpt-5',
    name: 'Reader',
    instructions: 'Read.',
    handoffDescription: '',
    outputSchema: '{"type":"object"}',
    outputSchemaName: 'output',
    outputSchemaStrict: 'false',
    tools: [],
    mcpServers: [],
  };
  const agent = async (more = {}) => await resultOf(action('createAgent'), { ...described, ...more });
  const inputs = { openaiConnection: connection, userInput: 'Go', maxTurns: '10', history: '', handoffs: [] };

  it('is described by a step', async () => {
    expect(await agent()).toEqual({
      agent: {
        name: 'Reader',
        instructions: 'Read.',
        model: 'gpt-5',
        handoffDescription: '',
        outputType: { type: 'json_schema', name: 'output', strict: false, schema: { type: 'object' } },
      },
      tools: [],
      mcpServers: [],
    });
  });

  it('refuses an output schema that is none', async () => {
    expect(await failureOf(action('createAgent'), { ...described, outputSchema: 'object' })).toMatchObject({
      code: 'input',
    });
  });

  it('answers in its form', async () => {
    const { fetch, requests } = saying('{"total":1}');
    const given = {
      ...inputs,
      agentConfig: await agent(),
      fileIds: ['file-1'],
      previousResponseId: 'resp_0',
    };
    expect(await resultOf(action('runAgent'), given, { fetch })).toMatchObject({
      finalOutput: { total: 1 },
      hasInterruptions: false,
      pendingApprovals: [],
      state: { lastModelResponse: { responseId: 'resp_1' } },
    });
    expect(bodyOf(requests[0])).toMatchObject({
      model: 'gpt-5',
      instructions: 'Read.',
      previous_response_id: 'resp_0',
      text: { format: { type: 'json_schema', name: 'output', schema: { type: 'object' } } },
    });
  });

  it('answers in words when it has no form, and goes on from what was said', async () => {
    const agentConfig = await agent({ outputSchema: '' });
    const first = saying('{"a":1}');
    const run = action('runAgent');
    const said = await resultOf(run, { ...inputs, agentConfig }, { fetch: first.fetch });
    expect(said).toMatchObject({ finalOutput: '{"a":1}' });
    const { history } = said as { history: unknown[] };
    const second = saying('Done.');
    await resultOf(run, { ...inputs, agentConfig, history }, { fetch: second.fetch });
    expect(bodyOf(second.requests[0]).input).toEqual([
      ...history,
      { role: 'user', content: [{ type: 'input_text', text: 'Go' }] },
    ]);
    expect(history).toHaveLength(3);
  });

  it('searches the web', async () => {
    const search = { searchContextSize: 'high', city: '', country: 'DE', region: '', timezone: '' };
    const tool = await resultOf(action('createWebSearchTool'), search);
    const { fetch, requests } = saying('Found.');
    const agentConfig = await agent({ tools: [tool] });
    await resultOf(action('runAgent'), { ...inputs, agentConfig }, { fetch });
    expect(bodyOf(requests[0]).tools).toEqual([
      {
        type: 'web_search',
        search_context_size: 'high',
        user_location: { type: 'approximate', country: 'DE' },
      },
    ]);
  });

  it('says when it did not finish', async () => {
    const { fetch } = saying('', {
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
    });
    const given = { ...inputs, agentConfig: await agent() };
    expect(await failureOf(action('runAgent'), given, { fetch })).toMatchObject({
      code: 'remote',
      message: 'The model did not finish its answer.',
    });
  });

  it.each([
    ['a flow as a tool', { tools: [{ type: 'flow', toolName: 'x' }] }, {}],
    ['an MCP server', { mcpServers: [{}] }, {}],
    ['a handoff', {}, { handoffs: [{}] }],
  ])('does without %s', async (_name, config, more) => {
    const given = { ...inputs, agentConfig: await agent(config), ...more };
    expect(await failureOf(action('runAgent'), given)).toMatchObject({ code: 'unsupported' });
  });

  it('is no agent when it is something else', async () => {
    expect(await failureOf(action('runAgent'), { ...inputs, agentConfig: '{}' })).toMatchObject({
      code: 'input',
    });
  });

  it.each(['createFlowTool', 'resumeRun'])('cannot %s, and says so', async (key) => {
    expect(await failureOf(action(key))).toMatchObject({
      code: 'unsupported',
      hint: expect.stringContaining('Pin an output') as unknown,
    });
  });

  it('starts a flow like any other call', async () => {
    expect(await resultOf(action('toolFlowTrigger'), {}, { payload: { body: 1 } })).toEqual({ body: 1 });
  });
});

describe('a file', () => {
  it('goes up with its name and purpose', async () => {
    const { fetch, requests } = fakeFetch(() => ({ text: '{"id":"file-1"}' }));
    const file = { data: new TextEncoder().encode('%PDF').buffer, contentType: 'application/pdf' };
    const inputs = { connection, file, filename: 'a.pdf', purpose: 'assistants', timeout: '10000' };
    expect(await resultOf(action('uploadFile'), inputs, { fetch })).toEqual({ id: 'file-1' });
    const [request] = requests;
    const headers = { 'content-type': request?.headers['content-type'] ?? '' };
    const form = await new Response(request?.body ?? '', { headers }).formData();
    expect(form.get('purpose')).toBe('assistants');
    const sent = form.get('file') as File;
    expect([sent.name, sent.type, await sent.text()]).toEqual(['a.pdf', 'application/pdf', '%PDF']);
  });

  it('needs a connection', async () => {
    const inputs = { file: 'x', filename: 'a.txt', purpose: 'assistants' };
    expect(await failureOf(action('uploadFile'), inputs)).toMatchObject({ code: 'connection' });
  });
});
