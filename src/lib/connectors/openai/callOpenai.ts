/** Calls of the OpenAI API, which allows browsers. */
import { choice, connection, number } from '#lib/connectors/inputs.ts';
import { filled, notFilledIn, openConnection } from '#lib/connectors/service/authorization.ts';
import { callService } from '#lib/connectors/service/callService.ts';
import type { Send } from '#lib/connectors/service/rawRequest.ts';

export const openaiBase = 'https://api.openai.com';

export const connectionInput = connection({
  label: 'Connection',
  help: 'Holds the API key of the account that pays.',
  required: true,
});

export const modelInput = choice({
  label: 'Model',
  help: 'Smaller ones (mini, nano) are faster and cost less; others may be written by name.',
  required: true,
  choices: ['gpt-5-2025-08-07', 'gpt-5-mini-2025-08-07', 'gpt-5-nano-2025-08-07', 'gpt-4.1-2025-04-14'],
});

export const timeoutInput = number({ label: 'Timeout', default: 10_000, help: 'Milliseconds.' });

/** Resolves to the body of the answer. */
export const callOpenai: Send = async (context, connection, call) => {
  const open = await openConnection(context, connection, openaiBase);
  const [key, organization] = [filled(open, 'apiKey'), filled(open, 'organization')];
  if (key === '') throw notFilledIn(connection, 'API key');
  const { data } = await callService(context, {
    ...call,
    headers: { ...call.headers, ...(organization !== '' && { 'openai-organization': organization }) },
    service: 'OpenAI',
    authorization: `Bearer ${key}`,
  });
  return data;
};
