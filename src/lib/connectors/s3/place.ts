/** Where a bucket or a service answers, and how an object is addressed there. */
import { encodeText } from '#lib/connectors/s3/encode.ts';
import { FailureError } from '#lib/model/failure.ts';

export type ServiceName = 's3' | 'sns' | 'sts';

/** What an address is made of. */
export interface Target {
  service: ServiceName;
  region: string;
  /** Of a store that is not Amazon's; empty for Amazon. */
  endpoint: string;
  bucket?: string;
  /** The bucket stands in the path although its name could stand in the host. */
  byPath?: boolean;
}

export interface Place {
  /** The service without a bucket, for the check whether a connection may be used for it. */
  root: string;
  /** Everything before the key of an object, without a slash at its end. */
  base: string;
}

/** Names that fit into one level of a host that has a certificate; others stand in the path. */
const HOST_SAFE = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** The bucket is in the host at Amazon and in the path of every other store. Throws `input` for what is no name. */
export function placeOf(target: Target): Place {
  const { service, region, endpoint, bucket, byPath = false } = target;
  if (bucket !== undefined) checkBucket(bucket);
  if (!/^[a-z0-9-]{1,40}$/i.test(region))
    throw wrong(`“${region}” is no name of a region.`, 'Such a name is us-east-1.');
  if (endpoint !== '') return withPath(baseOf(endpoint), bucket);
  const host = `${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  const root = `https://${service}.${host}`;
  if (bucket === undefined || byPath || !HOST_SAFE.test(bucket)) return withPath(root, bucket);
  return { root, base: `https://${bucket}.${service}.${host}` };
}

/** The address of an object, or of the bucket itself. Throws `input` for keys that no address can hold. */
export function addressOf(
  { base }: Place,
  key: string | undefined,
  query: Readonly<Record<string, string>>,
): string {
  const path = key === undefined ? '/' : `/${encodeKey(key)}`;
  const pairs = Object.entries(query).map(([name, value]) => `${encodeText(name)}=${encodeText(value)}`);
  return base + path + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

/** Slashes stay; everything that an address could read otherwise is written as `%XX`. */
export function encodeKey(key: string): string {
  const parts = key.split('/');
  // `new URL` follows such parts like folders: the request would ask for another object, and sign that.
  if (parts.some((part) => part === '.' || part === '..'))
    throw wrong(`The key “${key}” has a part “.” or “..”, which no web address can hold.`);
  return parts.map((part) => encodePart(part, key)).join('/');
}

function encodePart(part: string, key: string): string {
  try {
    return encodeText(part);
  } catch {
    throw wrong(`The key “${key.slice(0, 80)}” is not whole text: half of a character is missing.`);
  }
}

function withPath(root: string, bucket: string | undefined): Place {
  return { root, base: bucket === undefined ? root : `${root}/${encodeText(bucket)}` };
}

function baseOf(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '';
  if (!isPlain || url.hash !== '')
    throw wrong(
      `The endpoint “${endpoint}” is no address of a store.`,
      'Such an address is https://s3.example.com.',
    );
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function checkBucket(bucket: string): void {
  if (/^[\w.:-]{1,255}$/.test(bucket) && !/^\.+$/.test(bucket)) return;
  throw wrong(
    `“${bucket.slice(0, 80)}” is no name of a bucket.`,
    'It has letters, digits, dots and dashes, and no path.',
  );
}

function wrong(message: string, hint?: string): FailureError {
  return new FailureError({ code: 'input', message, hint });
}
