/** One request of a connector to its service: any answer of success is data, any other is a failure in one sentence. */
import type { ActionContext, HttpRequest } from '#lib/connectors/define.ts';
import { contentOf } from '#lib/connectors/http/content.ts';
import { readBody } from '#lib/connectors/http/readBody.ts';
import { refused } from '#lib/connectors/service/refused.ts';

export interface ServiceCall {
  /** As people call it: failures begin with it. */
  service: string;
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Text and bytes go out as they are, anything else as JSON. */
  body?: unknown;
  /** `json` when absent, where an empty answer is `null`; `binary` gives `{ data, contentType }`. */
  responseType?: string;
  /** Value of the header that says who asks. */
  authorization?: string;
  /** The address or the body is a secret itself. */
  secret?: boolean;
  timeoutMs?: number;
}

interface ServiceAnswer {
  data: unknown;
  /** Names are lower-case. */
  headers: Readonly<Record<string, string>>;
}

/** Sends it once. Throws `connection` when the service does not let us in, and `remote` for every other status from 400 on. */
export async function callService(
  { fetch }: Pick<ActionContext, 'fetch'>,
  call: ServiceCall,
): Promise<ServiceAnswer> {
  const response = await fetch(requestOf(call), call.timeoutMs);
  if (response.status >= 400) throw refused(call.service, response);
  const { responseType = 'json' } = call;
  const isEmpty = responseType === 'json' && response.body.byteLength === 0;
  return { data: isEmpty ? null : readBody(response, responseType), headers: response.headers };
}

function requestOf({
  method,
  url,
  headers = {},
  body,
  authorization,
  secret = false,
}: ServiceCall): HttpRequest {
  const content = contentOf(body);
  return {
    method,
    url,
    headers: {
      ...(content && { 'content-type': content.contentType }),
      ...headers,
      ...(authorization !== undefined && { authorization }),
    },
    ...(content && { body: content.body }),
    redirect: secret || authorization !== undefined ? 'error' : 'follow',
  };
}
