/** Calls code in QuickJS as the engine does, and says what became of it. */
import type { CodeCall, HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { toFailure, type Failure } from '#lib/model/failure.ts';
import type { QuickJs } from '../../../src/cli/quickjs/QuickJs.ts';

export interface Called {
  data?: unknown;
  failure?: Failure;
  /** `level message`. */
  log: string[];
  requests: HttpRequest[];
}

export interface CallStart extends Partial<Omit<CodeCall, 'source' | 'host'>> {
  request?: (asked: HttpRequest) => Promise<HttpResponse>;
  invokeFlow?: CodeCall['host']['invokeFlow'];
}

/** The code gets a context with one config variable, and no results. */
export async function callCode(quickJs: QuickJs, source: string, start: CallStart = {}): Promise<Called> {
  const log: string[] = [];
  const requests: HttpRequest[] = [];
  const { request = echo, invokeFlow, ...given } = start;
  const host: CodeCall['host'] = {
    log: (level, message) => void log.push(`${level} ${message}`),
    request: async (asked) => (requests.push(asked), await request(asked)),
    invokeFlow,
  };
  const call: CodeCall = {
    source,
    how: 'call',
    args: [{ configVars: { Name: 'value' } }, {}],
    signal: new AbortController().signal,
    deadlineMs: 20_000,
    ...given,
    host,
  };
  try {
    return { data: await quickJs.call(call), log, requests };
  } catch (thrown) {
    return { failure: toFailure(thrown), log, requests };
  }
}

const echo: NonNullable<CallStart['request']> = async ({ url, body = '' }) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  url,
  body: typeof body === 'string' ? new TextEncoder().encode(body).buffer : body,
});
