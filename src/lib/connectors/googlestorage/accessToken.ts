/** From the key of a service account to a token: a signed statement of who we are is exchanged for it (RFC 7523). */
import type { ActionContext } from '#lib/connectors/define.ts';
import { toBase64 } from '#lib/connectors/letters.ts';
import { filled, notFilledIn } from '#lib/connectors/service/authorization.ts';
import { callService } from '#lib/connectors/service/callService.ts';
import { fromBase64 } from '#lib/connectors/text/base64.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

const tokenUrl = 'https://oauth2.googleapis.com/token';

/**
 * A token for one hour, which is written nowhere; none for a connection that nobody filled in. Throws `connection` when
 * the key is none or Google does not know it.
 */
export async function accessToken(
  connection: ConnectionValue,
  context: ActionContext,
): Promise<string | undefined> {
  const assertion = await statement(connection, context);
  if (assertion === undefined) return undefined;
  context.secrets.hide(assertion);
  const { data } = await callService(context, {
    service: 'Google',
    method: 'POST',
    url: tokenUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: grantType, assertion }).toString(),
    secret: true,
  }).catch(asConnection);
  const { access_token: token } = (data ?? {}) as { access_token?: unknown };
  if (typeof token !== 'string' || token === '') throw noToken();
  context.secrets.hide(token);
  return token;
}

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

async function statement(
  connection: ConnectionValue,
  { secrets, now }: ActionContext,
): Promise<string | undefined> {
  const open = await secrets.open(connection, tokenUrl);
  const [issuer, privateKey] = [filled(open, 'clientEmail'), filled(open, 'privateKey')];
  if (issuer === '' && privateKey === '') return undefined;
  if (issuer === '') throw notFilledIn(connection, 'client email');
  if (privateKey === '') throw notFilledIn(connection, 'private key');
  return await sign(claimsOf(issuer, Math.floor(now() / 1000)), await readKey(privateKey));
}

/** Times are seconds since 1970; an hour is the most that Google allows. */
function claimsOf(issuer: string, issuedAt: number): object {
  const scope = 'https://www.googleapis.com/auth/devstorage.read_write';
  return { iss: issuer, scope, aud: tokenUrl, iat: issuedAt, exp: issuedAt + 3600 };
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

async function sign(claims: object, key: CryptoKey): Promise<string> {
  const parts = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => encode(JSON.stringify(part)));
  const signed = parts.map(base64Url).join('.');
  const signature = await crypto.subtle.sign(algorithm.name, key, encode(signed));
  return `${signed}.${base64Url(new Uint8Array(signature))}`;
}

/** The key as Google's file holds it; copied from there, its line ends may still be written as `\n`. */
async function readKey(text: string): Promise<CryptoKey> {
  const [, content = ''] = /-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----/.exec(text) ?? [];
  try {
    const bytes = fromBase64(content.replace(/\\n|\s/g, '')) ?? new Uint8Array();
    return await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
  } catch {
    throw new FailureError({
      code: 'connection',
      message: 'The private key of the connection is none that Google makes.',
      hint: 'Copy “private_key” from the key file of the service account, with its first and last line.',
    });
  }
}

/** Google answers an unknown account with status 400. */
function asConnection(thrown: unknown): never {
  if (!(thrown instanceof FailureError) || thrown.failure.code !== 'remote' || thrown.failure.retry)
    throw thrown;
  throw new FailureError({ ...noToken().failure, detail: thrown.failure.detail });
}

function noToken(): FailureError {
  return new FailureError({
    code: 'connection',
    message: 'Google does not accept the key of the connection.',
    hint: 'Look at the client email, whether the key was deleted there, and at the clock of this computer.',
  });
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
