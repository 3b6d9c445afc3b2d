/** Requests of a browser, which never says why one failed: what can be found out is (browser.md 4.1). */
import type { HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';
import { fetchPlain } from '#lib/runtime/fetchPlain.ts';
import { isLocal } from '#lib/model/isLocal.ts';

/** A probe that takes longer says no more than one that fails. */
const PROBE_MS = 5_000;

/** Throws `remote` with the likely cause when nobody answered, or as `fetch` does when it was ended. */
export async function fetchExplained(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  try {
    return await fetchPlain(request, signal);
  } catch (thrown) {
    if (signal.aborted || thrown instanceof FailureError || !(thrown instanceof TypeError)) throw thrown;
    throw await explain(request, thrown);
  }
}

async function explain(request: HttpRequest, { message: detail }: TypeError): Promise<FailureError> {
  const url = new URL(request.url);
  const blocked = isMixed(url) ? mixed(url) : await denied(url);
  const cause = blocked ?? (await probed(url, request));
  return new FailureError({ code: 'remote', retry: blocked === undefined, detail, ...cause });
}

interface Cause {
  message: string;
  hint: string;
}

/** A page that came safely may not call an unsafe address, except at home. */
function isMixed({ protocol, hostname }: URL): boolean {
  return self.location.protocol === 'https:' && protocol === 'http:' && !isLocal(hostname);
}

function mixed({ host }: URL): Cause {
  return {
    message: `${host} was not called: a page that is opened by https may not call an address with http.`,
    hint: 'Use https:// if the service has it.',
  };
}

/** Browsers ask before a page may call the local network, and say no more when somebody has said no. */
async function denied({ hostname, host }: URL): Promise<Cause | undefined> {
  if (!isLocal(hostname) || isLocal(self.location.hostname)) return undefined;
  const name = 'local-network-access' as PermissionName;
  const answer = await navigator.permissions?.query({ name }).catch(() => undefined);
  if (answer?.state !== 'denied') return undefined;
  return {
    message: `${host} was not called: this browser does not let this page into your local network.`,
    hint: 'Allow it in the settings of the browser for this page.',
  };
}

/** Asks for the start page of the same service without wanting to read it: never twice for what was asked. */
async function probed(url: URL, { redirect }: HttpRequest): Promise<Cause> {
  if (!navigator.onLine) return offline(url);
  if (await answers(`${url.origin}/`)) return refused(url, redirect === 'error');
  return (await answers(new URL('/', self.location.href).href)) ? unreachable(url) : offline(url);
}

/** Whether there is anybody, whatever they say. */
async function answers(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PROBE_MS);
  const plain = {
    mode: 'no-cors',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  } as const;
  return await fetch(address, { ...plain, signal }).then(
    () => true,
    () => false,
  );
}

function refused({ host }: URL, carriesSecret: boolean): Cause {
  const redirected = carriesSecret ? ', or it led elsewhere, where nothing of a connection may go' : '';
  return {
    message: `${host} is there, but does not allow requests from this page (CORS)${redirected}.`,
    hint: `The service must answer with “Access-Control-Allow-Origin: ${self.location.origin}”, also to OPTIONS. To find this out its start page was asked for once.`,
  };
}

function unreachable({ host }: URL): Cause {
  return {
    message: `${host} could not be reached.`,
    hint: 'Check the address; the service may be down, or an extension of this browser may block it.',
  };
}

function offline({ host }: URL): Cause {
  return {
    message: `${host} could not be reached: this browser is offline.`,
    hint: 'Run again when it is online.',
  };
}
