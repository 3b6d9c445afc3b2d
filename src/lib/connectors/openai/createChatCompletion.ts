import { defineAction } from '#lib/connectors/define.ts';
import { list, number } from '#lib/connectors/inputs.ts';
import {
  callOpenai,
  connectionInput,
  modelInput,
  openaiBase,
  timeoutInput,
} from '#lib/connectors/openai/callOpenai.ts';

/** The next message of a conversation (format.md 2.4). */
export const createChatCompletion = defineAction({
  label: 'Create chat completion',
  description: 'Lets a model write the next message of a conversation.',
  lazy: true,
  inputs: {
    connection: connectionInput,
    model: modelInput,
    messages: list({ label: 'Messages', required: true, help: 'JSON: a list of role and content.' }),
    temperature: number({ label: 'Temperature', default: 1, help: 'From 0 (sober) to 2 (wild).' }),
    topP: number({ label: 'Top P', default: 1, help: 'From 0 (likely words only) to 1.' }),
    numChoices: number({ label: 'Choices', default: 1, help: 'How many answers to write.' }),
    timeout: timeoutInput,
  },
  example: {
    id: 'chatcmpl-1',
    model: 'gpt-5-mini-2025-08-07',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hello!' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 },
  },
  synonyms: ['gpt', 'ai', 'prompt', 'ask'],
  perform: async ({ connection, model, messages, temperature, topP, numChoices, timeout }, context) => ({
    data: await callOpenai(context, connection, {
      method: 'POST',
      url: `${openaiBase}/v1/chat/completions`,
      body: {
        model,
        messages,
        temperature: unlessUsual(temperature),
        top_p: unlessUsual(topP),
        n: unlessUsual(numChoices),
      },
      timeoutMs: timeout,
    }),
  }),
});

/** The newest models take no settings, so those that change nothing are left out. */
function unlessUsual(setting: number): number | undefined {
  return setting === 1 ? undefined : setting;
}
