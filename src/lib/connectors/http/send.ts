/** From the inputs of an HTTP action to a request, from its answer to a result (format.md 2.2). */
import type { ActionContext, ActionResult, HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { authorization } from '#lib/connectors/http/connections.ts';
import { headersOf } from '#lib/connectors/http/headers.ts';
import { publicAddress, publicLines } from '#lib/connectors/http/publicLines.ts';
import { readBody } from '#lib/connectors/http/readBody.ts';
import type { RequestValues } from '#lib/connectors/http/requestInputs.ts';
import type { Content } from '#lib/connectors/http/content.ts';
import { toText, type KeyValue } from '#lib/connectors/reading.ts';
import { isDropped } from '#lib/model/droppedHeaders.ts';
import { FailureError } from '#lib/model/failure.ts';

type Context = Pick<ActionContext, 'fetch' | 'secrets' | 'log' | 'wait' | 'idempotencyKey'>;

/** Sends it; the result is the body as asked for, or everything about the answer. Throws `remote` for a status of an error. */
export async function send(
  method: string,
  values: RequestValues,
  context: Context,
  content?: Content,
): Promise<ActionResult> {
  const request = await requestOf(method, values, context, content);
  const response = await sendAgain(request, values, context);
  if (response.url !== '' && response.url !== request.url)
    context.log('debug', `The request was led to ${response.url}.`);
  const data = readBody(response, values.responseType);
  const { status, headers } = response;
  return { data: values.includeFullResponse ? { data, status, headers } : data };
}

async function requestOf(
  method: string,
  values: RequestValues,
  context: Context,
  content: Content | undefined,
): Promise<HttpRequest> {
  const url = withQuery(values.url, values.queryParams);
  const headers = headersOf(values.headers, content?.contentType);
  const dropped = Object.keys(headers).filter(isDropped);
  if (dropped.length > 0)
    context.log('warn', `A browser does not send these headers: ${dropped.join(', ')}.`);
  if (values.sendIdempotencyKey) headers['idempotency-key'] = context.idempotencyKey;
  const request = { url, method, headers, ...(content && { body: content.body }) };
  if (!values.connection || 'authorization' in headers) return request;
  const header = await authorization(values.connection, url, context);
  if (header === undefined) return request;
  return { ...request, headers: { ...headers, authorization: header }, redirect: 'error' };
}

/** More would be an attack on a service that has trouble. */
const MOST_RETRIES = 10;

/** As often as the inputs say, each time later. */
async function sendAgain(
  request: HttpRequest,
  values: RequestValues,
  context: Context,
): Promise<HttpResponse> {
  const { maxRetries, retryDelayMS, useExponentialBackoff, retryOnAllErrors } = values;
  for (let tries = 0; ; tries++) {
    try {
      return await sendOnce(request, values, context);
    } catch (thrown) {
      const again = thrown instanceof FailureError && mayPass(thrown, retryOnAllErrors);
      if (!again || tries >= Math.min(maxRetries, MOST_RETRIES)) throw thrown;
      context.log('info', `${thrown.message} Trying again (${tries + 1} of ${maxRetries}).`);
      await context.wait(Math.max(0, retryDelayMS) * (useExponentialBackoff ? 2 ** tries : 1));
    }
  }
}

/** Nothing passes that is not about the answer: a connection that may not be sent stays so. */
function mayPass({ failure }: FailureError, all: boolean): boolean {
  const { code, retry } = failure;
  return (code === 'remote' || code === 'timeout') && (retry || all);
}

async function sendOnce(
  request: HttpRequest,
  values: RequestValues,
  context: Context,
): Promise<HttpResponse> {
  const { debugRequest, timeout } = values;
  if (debugRequest)
    context.log('debug', `${request.method} ${publicAddress(request.url)}\n${publicLines(request.headers)}`);
  const response = await context.fetch(request, timeout !== undefined && timeout > 0 ? timeout : undefined);
  if (debugRequest)
    context.log(
      'debug',
      `Status ${response.status}, ${response.body.byteLength} bytes\n${publicLines(response.headers)}`,
    );
  if (response.status >= 400) throw refused(request, response);
  return response;
}

function withQuery(address: string, rows: readonly KeyValue[]): string {
  const typed = address.trim();
  if (!/^https?:/i.test(typed) || !URL.canParse(typed))
    throw new FailureError({
      code: 'input',
      message: `“${address}” is no address of a web service.`,
      hint: 'It starts with https:// or http://.',
    });
  const url = new URL(typed);
  // A row without a name is not filled in yet; a value that is not there is how the first page is asked for.
  const given = rows.filter(({ key, value }) => key !== '' && value !== undefined && value !== null);
  for (const { key, value } of given) url.searchParams.append(key, toText(value));
  return url.href;
}

function refused({ method, url }: HttpRequest, { status, body, headers }: HttpResponse): FailureError {
  const { origin, pathname } = new URL(url);
  return new FailureError({
    code: 'remote',
    message: `${method} ${origin}${pathname} was answered with status ${status}.`,
    hint: hints[status] ?? 'Look at the answer under “Copy details”.',
    retry: status >= 500 || status === 429 || status === 408,
    detail: detailOf(body, headers['content-type'] ?? ''),
  });
}

/** The beginning of what the service says, where that is text. */
function detailOf(body: ArrayBuffer, contentType: string): string {
  const isText = contentType === '' || /text|json|xml|form/.test(contentType);
  return isText
    ? new TextDecoder().decode(body.slice(0, 4096))
    : `${body.byteLength} bytes of ${contentType}`;
}

const hints: Readonly<Record<number, string>> = {
  401: 'The service wants to know who asks: look at the connection.',
  403: 'Whoever asks may not do this: look at the connection.',
  404: 'Look at the address.',
  429: 'The service wants fewer requests: retry with a delay.',
};
