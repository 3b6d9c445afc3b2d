/** Signs requests (AWS Signature Version 4). The library only computes here; it never sends anything. */
import type { AwsV4Signer } from 'aws4fetch';
import { toHex } from '#lib/connectors/letters.ts';
import type { HttpRequest } from '#lib/connectors/define.ts';
import type { ServiceName } from '#lib/connectors/s3/place.ts';
import { encodeText } from '#lib/connectors/s3/encode.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface Signing {
  credentials: Credentials;
  service: ServiceName;
  region: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** The same request with its signature in the headers; the signature covers the body and every header. */
export async function signRequest(request: HttpRequest, signing: Signing): Promise<HttpRequest> {
  const { url, method, headers, body } = request;
  const hash = await sha256(body ?? '');
  const signer = await signerOf(signing, {
    url,
    method,
    headers: { ...headers, 'x-amz-content-sha256': hash },
    ...(body !== undefined && { body }),
  });
  const signed = await signer.sign();
  return { ...request, headers: Object.fromEntries(signed.headers), redirect: 'error' };
}

/** The address with the signature in it: whoever has it may do this one thing until it expires. */
export async function signAddress(
  { url, method, headers }: Pick<HttpRequest, 'url' | 'method' | 'headers'>,
  signing: Signing,
  seconds: number,
): Promise<string> {
  const lasting = new URL(url);
  lasting.searchParams.set('X-Amz-Expires', String(seconds));
  const signer = await signerOf(signing, { url: lasting.href, method, headers, signQuery: true });
  const signed = (await signer.sign()).url;
  // Written anew: a space as `+`, which is how addresses are written, counts as a plus sign in some stores.
  const query = [...signed.searchParams].map(([name, value]) => `${encodeText(name)}=${encodeText(value)}`);
  return `${signed.origin}${signed.pathname}?${query.join('&')}`;
}

type Signed = ConstructorParameters<typeof AwsV4Signer>[0];

async function signerOf(
  { credentials, service, region, at }: Signing,
  request: Omit<Signed, keyof Credentials>,
): Promise<AwsV4Signer> {
  const library = await import('aws4fetch');
  const datetime = new Date(at).toISOString().replace(/[:-]|\.\d{3}/g, '');
  return new library.AwsV4Signer({ ...request, ...credentials, service, region, datetime, allHeaders: true });
}

async function sha256(body: string | ArrayBuffer): Promise<string> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
