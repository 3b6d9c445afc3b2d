/** AWS Signature Version 4 from its description, on the side of the one who checks it. */
import { createHash, createHmac } from 'node:crypto';
import type { HttpRequest } from '#lib/connectors/define.ts';

/** Whose requests are right. */
export const FAKE_KEYS = { accessKeyId: 'KEY', secretAccessKey: 'SECRET/with+signs' };

interface Claim {
  scope: string;
  signedHeaders: string[];
  signature: string;
  at: string;
  payload: string;
}

/** Whether a request is signed, in its headers or its address, by the keys above, for this body, and not too long ago. */
export function isSignedRightly(request: HttpRequest, now: number): boolean {
  const claim = new URL(request.url).searchParams.has('X-Amz-Signature')
    ? inAddress(request, now)
    : inHeaders(request);
  if (!claim?.scope.startsWith(`${FAKE_KEYS.accessKeyId}/`)) return false;
  return claim.signature === signatureOf(request, claim);
}

/** The signature that a request should have. */
export function signatureOf(request: HttpRequest, { scope, signedHeaders, at, payload }: Claim): string {
  const url = new URL(request.url);
  const headers: Readonly<Record<string, string>> = { ...request.headers, host: url.host };
  const canonical = [
    request.method,
    url.pathname,
    queryOf(url),
    ...signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    payload,
  ].join('\n');
  const [, ...parts] = scope.split('/');
  const key = parts.reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${FAKE_KEYS.secretAccessKey}`,
  );
  return hmac(key, ['AWS4-HMAC-SHA256', at, parts.join('/'), sha256(canonical)].join('\n')).toString('hex');
}

function inHeaders(request: HttpRequest): Claim | undefined {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/;
  const [, scope, names, signature] = pattern.exec(request.headers.authorization ?? '') ?? [];
  const { 'x-amz-content-sha256': payload = '', 'x-amz-date': at = '' } = request.headers;
  const unsigned = Object.keys(request.headers).filter(
    (name) => name !== 'authorization' && !names?.split(';').includes(name),
  );
  if (!scope || !names || !signature || unsigned.length > 0 || payload !== hashOf(request)) return undefined;
  return { scope, signedHeaders: names.split(';'), signature, at, payload };
}

function inAddress({ url }: HttpRequest, now: number): Claim | undefined {
  const query = new URL(url).searchParams;
  const read = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  const at = read('Date');
  const begin = Date.parse(at.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (now < begin || now > begin + Number(read('Expires')) * 1000) return undefined;
  const signedHeaders = read('SignedHeaders').split(';');
  return {
    scope: read('Credential'),
    signedHeaders,
    signature: read('Signature'),
    at,
    payload: 'UNSIGNED-PAYLOAD',
  };
}

/** As it stands in the address, which must be written as the signature counts it. */
function queryOf(url: URL): string {
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('X-Amz-Signature='));
  return pairs.sort((one, other) => (one < other ? -1 : 1)).join('&');
}

function hashOf({ body = '' }: HttpRequest): string {
  return sha256(typeof body === 'string' ? body : new Uint8Array(body));
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
