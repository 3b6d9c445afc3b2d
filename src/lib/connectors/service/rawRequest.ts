/** Any request to a service that a connector knows: for what has no action of its own. */
import { defineAction, type ActionContext, type StepDefinition } from '#lib/connectors/define.ts';
import { anything, choice, connection, optionalNumber, pairs, text } from '#lib/connectors/inputs.ts';
import { isUnset, parseJson, toText, type KeyValue } from '#lib/connectors/reading.ts';
import type { ServiceCall } from '#lib/connectors/service/callService.ts';
import { headersOf } from '#lib/connectors/http/headers.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

/** How a connector sends: it adds its address and who asks. */
export type Send = (
  context: ActionContext,
  connection: ConnectionValue | undefined,
  call: Omit<ServiceCall, 'service' | 'authorization'>,
) => Promise<unknown>;

/** The action `rawRequest` of a service; paths are below `base`, such as `https://api.github.com`. */
export function defineRawRequest(service: string, base: string, send: Send): StepDefinition {
  return defineAction({
    label: 'Raw request',
    description: `Sends any request to ${service}.`,
    lazy: true,
    inputs: {
      connection: connection({ label: 'Connection', help: 'Whose rights the request has.', required: true }),
      url: text({ label: 'Path', required: true, help: `What follows ${base} in the address.` }),
      method: choice({
        label: 'Method',
        help: 'GET reads, POST creates, PUT and PATCH change, DELETE removes.',
        choices: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        default: 'GET',
      }),
      data: anything({ label: 'Data', help: 'The body, not with GET; an object goes out as JSON.' }),
      queryParams: pairs({
        label: 'Query parameters',
        help: 'What follows the question mark, such as limit with 10.',
      }),
      headers: pairs({ label: 'Headers', help: 'More headers of the request, such as Accept-Language.' }),
      responseType: choice({
        label: 'Response type',
        help: 'How to read the answer; binary for a file.',
        choices: ['json', 'text', 'binary'],
        default: 'json',
      }),
      timeout: optionalNumber({ label: 'Timeout', help: 'Milliseconds; empty for none of its own.' }),
    },
    example: { id: 1 },
    output: 'anything',
    synonyms: ['http', 'api'],
    perform: async ({ connection, url, queryParams, data, headers, timeout, ...call }, context) => ({
      data: await send(context, connection, {
        ...call,
        url: addressBelow(base, url, queryParams),
        headers: headersOf(headers, undefined),
        body: bodyOf(call.method, data),
        timeoutMs: timeout,
      }),
    }),
  });
}

/** Who wrote the path may not choose another server: the connection's secret goes with the request. */
function addressBelow(base: string, path: string, query: readonly KeyValue[]): string {
  const address = path.startsWith(base) ? path : base + (path.startsWith('/') ? path : `/${path}`);
  if (!URL.canParse(address)) throw noPath(base, path);
  const url = new URL(address);
  if (url.origin !== new URL(base).origin) throw noPath(base, path);
  for (const { key, value } of query) url.searchParams.append(key, toText(value));
  return url.href;
}

function noPath(base: string, path: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${path}” is no path below ${base}.`,
    hint: 'Begin it with a slash.',
  });
}

/** Text that is JSON goes out as JSON: that is what these services read. `fetch` sends nothing with a method that reads. */
function bodyOf(method: string, data: unknown): unknown {
  if (isUnset(data)) return undefined;
  if (!/^(get|head)$/i.test(method)) return parseJson(data);
  throw new FailureError({
    code: 'input',
    message: `A request with ${method} cannot carry data.`,
    hint: 'Leave “Data” empty, or choose another method.',
  });
}
