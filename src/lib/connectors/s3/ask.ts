/** How a service is asked: every request is signed, sent once, and its answer checked. */
import type { ActionContext, HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { checkAnswer, unanswered } from '#lib/connectors/s3/failures.ts';
import { addressOf, type Place, type Target } from '#lib/connectors/s3/place.ts';
import { signAddress, signRequest, type Credentials, type Signing } from '#lib/connectors/s3/sign.ts';
import { FailureError } from '#lib/model/failure.ts';

/** One account at one bucket, or at one service. */
export interface Session {
  target: Target;
  place: Place;
  credentials: Credentials;
  context: ActionContext;
}

/** What is asked of it. */
export interface Asked {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD';
  /** Of an object; the bucket or the service itself without one. */
  key?: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: string | ArrayBuffer;
  /** It takes back what was begun, also when the run was stopped. */
  tidies?: true;
}

/** Sends a request; throws what the answer means when it is no success. */
export type Send = (asked: Asked) => Promise<HttpResponse>;

/** Signed in the headers: the secret and what it signs are in no address. */
export function byHeaders(session: Session): Send {
  return async (asked) => {
    const { method, headers = {}, body } = asked;
    checkHeaders(headers);
    const url = addressOf(session.place, asked.key, asked.query ?? {});
    const request = { url, method, headers, ...(body !== undefined && { body }) };
    return await send(await signRequest(request, signing(session)), session, asked);
  };
}

const UPLOAD_SECONDS = 900;

/** Signed in the address, each for one request; the signature is covered wherever it would be written. */
export function byAddress(session: Session): Send {
  return async (asked) => {
    const url = await presign(session, asked, UPLOAD_SECONDS);
    session.context.secrets.hide(new URL(url).searchParams.get('X-Amz-Signature') ?? '');
    const { method, headers = {}, body } = asked;
    const request: HttpRequest = {
      url,
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'error',
    };
    return await send(request, session, asked);
  };
}

/** An address that may be used once or often, by anyone who has it, until it expires. */
export async function presign(session: Session, asked: Asked, seconds: number): Promise<string> {
  const { method, headers = {} } = asked;
  checkHeaders(headers);
  const url = addressOf(session.place, asked.key, asked.query ?? {});
  return await signAddress({ url, method, headers }, signing(session), seconds);
}

function signing({ credentials, target, context }: Session): Signing {
  return { credentials, service: target.service, region: target.region, at: context.now() };
}

async function send(request: HttpRequest, { context, target }: Session, asked: Asked): Promise<HttpResponse> {
  const about = { bucket: target.bucket, key: asked.key, region: target.region, now: context.now() };
  const response = await context
    .fetch(asked.tidies ? { ...request, tidies: true } : request)
    .catch((thrown: unknown) => {
      throw unanswered(request.url, thrown);
    });
  await checkAnswer(response, about);
  return response;
}

/** A browser refuses them with words that say nothing. */
function checkHeaders(headers: Readonly<Record<string, string>>): void {
  const wrong = Object.entries(headers).find(([, value]) => !/^[\x20-\x7e]*$/.test(value));
  if (wrong === undefined) return;
  throw new FailureError({
    code: 'input',
    message: `“${wrong[1].slice(0, 80)}” cannot be sent as ${wrong[0]}: only plain letters, digits and signs can.`,
  });
}
