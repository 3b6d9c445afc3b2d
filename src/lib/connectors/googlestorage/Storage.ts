/** Google's storage with its door open: one token, got once, serves all calls of a step. */
import type { ActionContext } from '#lib/connectors/define.ts';
import { accessToken } from '#lib/connectors/googlestorage/accessToken.ts';
import { bearer } from '#lib/connectors/service/authorization.ts';
import { callService, type ServiceCall } from '#lib/connectors/service/callService.ts';
import { pathOf } from '#lib/connectors/service/pathOf.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';

const base = 'https://storage.googleapis.com';

export class Storage {
  readonly #context: ActionContext;
  readonly #authorization: string | undefined;

  private constructor(context: ActionContext, authorization: string | undefined) {
    this.#context = context;
    this.#authorization = authorization;
  }

  /** Without a connection, or with an empty one, it sees what everybody may see. Throws `connection`. */
  static async open(connection: ConnectionValue | undefined, context: ActionContext): Promise<Storage> {
    return new Storage(context, connection && (await authorizationFor(connection, context)));
  }

  /** Asks about files or buckets; resolves to the body of the answer. */
  async call(
    method: string,
    path: readonly string[],
    query: Readonly<Record<string, string>> = {},
    more: Pick<ServiceCall, 'responseType'> = {},
  ): Promise<unknown> {
    return await this.#send({ ...more, method, url: addressOf(['storage', 'v1', ...path], query) });
  }

  /** Keeps bytes as a file; resolves to what Google says about it. */
  async upload(
    bucket: string,
    name: string,
    { data, contentType }: { data: Uint8Array; contentType: string },
  ): Promise<unknown> {
    const url = addressOf(['upload', 'storage', 'v1', 'b', bucket, 'o'], { uploadType: 'media', name });
    const headers = { 'content-type': contentType || 'application/octet-stream' };
    return await this.#send({ method: 'POST', url, headers, body: data });
  }

  async #send(call: Omit<ServiceCall, 'service' | 'authorization'>): Promise<unknown> {
    const who = { service: 'Google Cloud Storage', authorization: this.#authorization };
    const { data } = await callService(this.#context, { ...call, ...who });
    return data;
  }
}

/** Files that everybody may read need nobody to be let in. */
async function authorizationFor(
  connection: ConnectionValue,
  context: ActionContext,
): Promise<string | undefined> {
  if (connection.key === 'googleOAuth') return await bearer(context, connection, base);
  // The key is opened for where tokens are given; the token it stands for goes here.
  await context.secrets.open(connection, base);
  const token = await accessToken(connection, context);
  if (token !== undefined) return `Bearer ${token}`;
  context.log(
    'warn',
    `The connection “${connection.configVarKey}” is empty: the requests go out without it.`,
  );
  return undefined;
}

/** Empty parts of the query are left out. */
function addressOf(path: readonly string[], query: Readonly<Record<string, string>>): string {
  const place = `${base}/${pathOf(path)}`;
  const given = Object.entries(query).filter(([, value]) => value !== '');
  return given.length > 0 ? `${place}?${new URLSearchParams(given).toString()}` : place;
}
