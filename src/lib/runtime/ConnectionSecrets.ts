/** Opens connections for one execution, each for one address at a time, and covers what it gave out. */
import { connectors } from '#lib/connectors/index.ts';
import type { ConnectionDefinition, HttpRequest, HttpResponse, Secrets } from '#lib/connectors/define.ts';
import type { ConnectionValue, OpenConnection } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { ConfigVar } from '#lib/model/integration.ts';
import type { Mask } from '#lib/vault/Mask.ts';

/** What a vault holds for a config variable. */
export interface Held {
  kind: string;
  /** Where it may be sent to. */
  origins: readonly string[];
  fields: Readonly<Record<string, string>>;
  token?: string;
}

/** Finds what was filled in for a config variable; `undefined` when nothing was. */
export type FindHeld = (configVar: string) => Promise<Held | undefined>;

type Fetch = (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>;

export class ConnectionSecrets implements Secrets {
  readonly #configVars: readonly ConfigVar[];
  readonly #find: FindHeld;
  readonly #mask: Mask;
  /** Where something was opened for: what comes of it may go there too. */
  readonly #origins = new Set<string>();

  constructor(configVars: readonly ConfigVar[], find: FindHeld, mask: Mask) {
    this.#configVars = configVars;
    this.#find = find;
    this.#mask = mask;
  }

  /** What the vault holds counts before what the document says. */
  async open(connection: ConnectionValue, address?: string): Promise<OpenConnection> {
    const { key, configVarKey, fields, token } = connection;
    const held = await this.#find(configVarKey);
    if (held) this.#check(held, configVarKey, address);
    const merged = { ...textsOf(fields), ...held?.fields };
    const open = { key, fields: merged, ...tokenOf(held?.token ?? token ?? merged.token) };
    if (address !== undefined) this.#origins.add(new URL(address).origin);
    this.#cover(configVarKey, open, held ? held.origins : originsOf(address));
    return open;
  }

  /**
   * A service may hand a secret back, and a later step send it on: the same `fetch`, but it throws `connection` for a
   * request that would take one where it was not opened for, and follows no redirect with one.
   */
  guard(fetch: Fetch): Fetch {
    return async (request, signal) => await fetch(this.#checked(request), signal);
  }

  #checked(request: HttpRequest): HttpRequest {
    if (!this.#mask.hides) return request;
    const { origin } = new URL(request.url);
    const carrying = textsIn(request).filter((text) => this.#mask.finds(text));
    if (carrying.some((text) => !this.#mask.allows(text, origin))) throw astray(origin);
    return carrying.length > 0 ? { ...request, redirect: 'error' } : request;
  }

  /** What a connection led to may go where it was opened for. */
  hide(text: string): void {
    this.#mask.hide(text, this.#origins);
  }

  /** A document that asks for another kind of connection than the one that was filled in gets nothing of it. */
  #check({ kind, origins }: Held, configVarKey: string, address: string | undefined): void {
    if (kind !== this.#kindOf(configVarKey)) throw otherKind(configVarKey);
    if (address === undefined) return;
    const { origin } = new URL(address);
    if (!origins.includes(origin)) throw notMeant(configVarKey, origin);
  }

  #kindOf(configVarKey: string): string | undefined {
    return connectionKind(this.#configVars.find(({ key }) => key === configVarKey));
  }

  #cover(configVarKey: string, { fields, token }: OpenConnection, origins: readonly string[]): void {
    const definition = definitionOf(this.#kindOf(configVarKey));
    for (const [name, value] of Object.entries(fields))
      if (definition?.fields[name]?.secret ?? !publicNames.has(name)) this.#mask.hide(value, origins);
    if (token !== undefined) this.#mask.hide(token, origins);
  }
}

/** Fields that are no secrets in any connection; of one that is not known here all others count as secrets. */
const publicNames = new Set([
  'authorizeUrl',
  'clientEmail',
  'clientId',
  'database',
  'endpoint',
  'environment',
  'host',
  'loginUrl',
  'organization',
  'port',
  'projectId',
  'region',
  'revokeUrl',
  'scopes',
  'timeout',
  'tokenUrl',
  'username',
  'version',
]);

function originsOf(address: string | undefined): string[] {
  return address === undefined ? [] : [new URL(address).origin];
}

/** Such as `http/apiKey`; `undefined` for what is no connection of a connector. */
export function connectionKind(configVar: ConfigVar | undefined): string | undefined {
  return configVar?.connection && `${configVar.connection.connector}/${configVar.connection.key}`;
}

function definitionOf(kind: string | undefined): ConnectionDefinition | undefined {
  const [connector = '', key = ''] = kind?.split('/') ?? [];
  const { connections = {} } = connectors.find((one) => one.key === connector) ?? {};
  return Object.hasOwn(connections, key) ? connections[key] : undefined;
}

function textsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(fields).map(([name, value]): [string, string] => [name, textOf(value)]);
  return Object.fromEntries(entries);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function tokenOf(token: string | undefined): Pick<OpenConnection, 'token'> {
  return token === undefined || token === '' ? {} : { token };
}

/** In a large file nobody hides a key. */
const SEARCHED_BYTES = 1024 * 1024;

function textsIn({ url, headers, body = '' }: HttpRequest): string[] {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body.slice(0, SEARCHED_BYTES));
  return [url, ...Object.values(headers), text];
}

function astray(origin: string): FailureError {
  return new FailureError({
    code: 'connection',
    message: `This request would take what a connection holds to ${origin}.`,
    hint: 'Look for a result of an earlier step in it that repeats a key or a password.',
  });
}

function notMeant(configVarKey: string, origin: string): FailureError {
  return new FailureError({
    code: 'connection',
    message: `The connection “${configVarKey}” may not be sent to ${origin}.`,
    hint: 'If it is meant to go there, add this address to the connection.',
  });
}

function otherKind(configVarKey: string): FailureError {
  return new FailureError({
    code: 'connection',
    message: `The connection “${configVarKey}” was filled in for another kind of connection.`,
    hint: 'Fill it in again.',
  });
}
