/** Requests of steps. Those to our own webhooks never reach the network: they run the flow (format.md 1.10). */
import type { HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { answersCallers, startFlow, type Caller } from '#lib/engine/calls.ts';
import { replyAfter, replyAtOnce } from '#lib/engine/reply.ts';
import type { Reply } from '#lib/model/execution.ts';
import { FailureError, toFailure } from '#lib/model/failure.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { SavedPayload } from '#lib/model/payload.ts';

/** Any status is an answer. Throws `remote` when nobody answers, `timeout`, or `cancelled`. */
export async function request(caller: Caller, asked: HttpRequest, timeoutMs?: number): Promise<HttpResponse> {
  const own = ownFlow(caller, asked.url);
  if (own) return await requestFlow(caller, asked, own);
  if (!isComplete(asked.url)) throw incomplete(asked.url);
  const { ports, meter } = caller.run;
  const ms = asked.tidies ? TIDYING_MS : Math.min(timeoutMs ?? Infinity, Math.ceil(meter.leftMs));
  const timeout = AbortSignal.timeout(ms);
  try {
    return await ports.fetch(asked, asked.tidies ? timeout : AbortSignal.any([ports.signal, timeout]));
  } catch (thrown) {
    if (ports.signal.aborted || thrown instanceof FailureError) throw thrown;
    // Asked of the signal: while a body is read, some browsers throw another error than for a timeout.
    throw timeout.aborted ? late(asked, ms) : unanswered(asked, thrown);
  }
}

/** Whoever stopped a run waits no longer for what it takes back. */
const TIDYING_MS = 5_000;

/** A host would complete it with an address of its own. */
function isComplete(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

function incomplete(address: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${address}” is not a complete address.`,
    hint: 'Begin it with https:// or http://.',
  });
}

interface OwnFlow {
  flow: Flow;
  url: URL;
  pathFragment: string;
}

/** The flow whose webhook the address is, or is below. */
function ownFlow({ run }: Caller, address: string): OwnFlow | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const place = url.origin + url.pathname;
  for (const [name, base] of Object.entries(run.ports.facts.webhookUrls ?? {})) {
    const flow = run.ports.flows.find((one) => one.name === name);
    if (flow && (place === base || place.startsWith(`${base}/`)))
      return { flow, url, pathFragment: place.slice(base.length + 1) };
  }
  return undefined;
}

async function requestFlow(caller: Caller, asked: HttpRequest, own: OwnFlow): Promise<HttpResponse> {
  const payload = payloadOf(asked, own);
  const waits = wantsToWait(payload.headers) ?? answersCallers(own.flow);
  const { executionId, outcome } = await startFlow(caller, own.flow, payload, waits);
  const reply = outcome ? replyAfter(outcome) : replyAtOnce(own.flow, caller.run.ports.config, executionId);
  return responseOf(reply, asked.url);
}

function payloadOf({ headers, body = '' }: HttpRequest, { url, pathFragment }: OwnFlow): SavedPayload {
  const contentType = headerOf(headers, 'content-type') ?? '';
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  return {
    headers,
    queryParameters: Object.fromEntries(url.searchParams),
    body: text,
    contentType,
    pathFragment,
  };
}

/** A header may say for one request whether its sender waits (format.md 1.10). */
function wantsToWait(headers: Readonly<Record<string, string>>): boolean | undefined {
  const says = headerOf(headers, 'prismatic-synchronous')?.toLowerCase();
  return says === undefined ? undefined : says === 'true';
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function responseOf({ status, headers, body }: Reply, url: string): HttpResponse {
  return { status, headers, body: new TextEncoder().encode(body).buffer, url };
}

function late({ url }: HttpRequest, ms: number): FailureError {
  return new FailureError({
    code: 'timeout',
    message: `${new URL(url).host} did not answer within ${ms / 1000} seconds.`,
    retry: true,
  });
}

/** The host that sent it may know more, and throws a failure itself then. */
function unanswered({ url }: HttpRequest, thrown: unknown): FailureError {
  return new FailureError({
    code: 'remote',
    message: `${new URL(url).host} could not be reached.`,
    hint: 'Check the address, and whether the service allows requests from here.',
    retry: true,
    detail: toFailure(thrown).message,
  });
}
