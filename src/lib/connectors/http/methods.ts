/** One request with one method each (format.md 2.2). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { contentOf } from '#lib/connectors/http/content.ts';
import { requestInputs } from '#lib/connectors/http/requestInputs.ts';
import { send } from '#lib/connectors/http/send.ts';
import { anything } from '#lib/connectors/inputs.ts';

const shown = { example: { id: 1042, status: 'open' }, output: 'anything' } as const;

/** Asks for something. */
function withoutBody(method: 'GET' | 'DELETE', description: string): StepDefinition {
  return defineAction({
    label: `${method} request`,
    description,
    synonyms: words,
    lazy: true,
    inputs: requestInputs,
    ...shown,
    perform: async (values, context) => await send(method, values, context),
  });
}

/** Sends something along. */
function withBody(method: 'POST' | 'PUT' | 'PATCH', description: string): StepDefinition {
  const data = anything({
    label: 'Data',
    help: 'Text goes out as it is, a file as its bytes, anything else as JSON.',
  });
  return defineAction({
    label: `${method} request`,
    description,
    synonyms: words,
    lazy: true,
    inputs: { ...requestInputs, data },
    ...shown,
    perform: async ({ data: content, ...values }, context) =>
      await send(method, values, context, contentOf(content)),
  });
}

const words = ['curl', 'request', 'api', 'rest', 'fetch', 'web', 'call', 'retry'];

export const httpGet = withoutBody('GET', 'Fetches an address and returns the body.');
export const httpDelete = withoutBody('DELETE', 'Asks a service to delete something.');
export const httpPost = withBody('POST', 'Sends data to an address and returns the body of the answer.');
export const httpPut = withBody('PUT', 'Puts data in the place of what is at an address.');
export const httpPatch = withBody('PATCH', 'Changes a part of what is at an address.');
