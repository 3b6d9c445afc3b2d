/** Stands in for Google's storage: one bucket, for whoever comes with a token that it gave for a key. */
import { generateKeyPairSync } from 'node:crypto';
import { json, type StandInReply, type StandInRequest } from './standInReply.ts';

const TOKEN = 'ya29.stand-in';

/** What each file of the bucket holds. */
export const order = '<order><item><name>Bolt</name></item><qty>5</qty><price>1.25</price></order>';

/** As Google's key file has it. */
export function serviceAccount(): { clientEmail: string; privateKey: string } {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { clientEmail: 'sluice@acme.iam.example', privateKey };
}

/** A token for a signed statement; whether its signature is true is not looked at. */
export function giveToken({ body }: StandInRequest): StandInReply {
  const assertion = new URLSearchParams(body).get('assertion') ?? '';
  const isSigned = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(assertion);
  return isSigned ? json({ access_token: TOKEN }) : json({ error: 'invalid_grant' }, 400);
}

export class StandInStorage {
  /** What is in the bucket `orders`: XML by name. */
  readonly files = new Map([
    ['unprocessed/a.xml', order],
    ['unprocessed/b.xml', order],
  ]);

  answer({ method, headers }: StandInRequest, { pathname, searchParams }: URL): StandInReply {
    if (headers.authorization !== `Bearer ${TOKEN}`) return json({ error: { message: 'Who asks?' } }, 401);
    const [, name, copy] =
      place.exec(pathname)?.map((part?: string) => part && decodeURIComponent(part)) ?? [];
    if (name === undefined) return this.#list(searchParams.get('prefix') ?? '');
    const content = this.files.get(name);
    if (content === undefined) return json({ error: { message: `No such object: ${name}` } }, 404);
    if (method === 'GET') return { contentType: 'application/xml', body: content };
    if (method === 'DELETE') this.files.delete(name);
    if (copy === undefined) return { status: 204, body: '' };
    this.files.set(copy, content);
    return json({ done: true, resource: { name: copy } });
  }

  #list(prefix: string): StandInReply {
    const names = [...this.files.keys()].filter((name) => name.startsWith(prefix));
    return json({ items: names.map((name) => ({ name })) });
  }
}

/** The bucket, a file in it, and where that is copied to. */
const place = /^\/storage\/v1\/b\/orders\/o(?:\/([^/]+))?(?:\/rewriteTo\/b\/orders\/o\/([^/]+))?$/;
