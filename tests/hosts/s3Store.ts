/** The actions of Amazon S3 against a real store, in Node and in a browser. Nothing here asserts: it says what came of it. */
import type { ActionContext, HttpRequest, HttpResponse, StepDefinition } from '#lib/connectors/define.ts';
import { awsS3 } from '#lib/connectors/s3/index.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { fetchPlain } from '#lib/runtime/fetchPlain.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import { performAction } from '../support/performAction.ts';

/** Where the store is, and a bucket in it. */
export interface StorePlace {
  endpoint: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

type Inputs = Readonly<Record<string, unknown>>;

/** The store as steps see it. */
export class S3Store {
  readonly log: string[] = [];
  readonly hidden: string[] = [];
  readonly #place: StorePlace;
  readonly #fetch: ActionContext['fetch'];

  /** Over the network, unless something else answers. */
  constructor(place: StorePlace, fetch: ActionContext['fetch'] = fetchNow) {
    this.#place = place;
    this.#fetch = fetch;
  }

  /** What an action gives. */
  async do(action: string, inputs: Inputs = {}, context: Partial<ActionContext> = {}): Promise<unknown> {
    const { bucket } = this.#place;
    const all = { accessKey: this.#connection(), awsConnection: this.#connection(), bucket, ...inputs };
    return (await performAction(definitionOf(action), all, { ...this.#context(), ...context })).data;
  }

  /** The failure that an action ends with; throws when it does not fail. */
  async failureOf(...given: Parameters<S3Store['do']>): Promise<Failure> {
    const thrown = await this.do(...given).then(
      () => new Error(`${given[0]} did not fail.`),
      (reason: unknown) => reason,
    );
    if (thrown instanceof FailureError) return thrown.failure;
    throw thrown;
  }

  #connection(): ConnectionValue {
    const { endpoint, accessKeyId, secretAccessKey } = this.#place;
    const fields = { endpoint, accessKeyId, secretAccessKey };
    return { key: 'apiKeySecret', configVarKey: 'Store', fields };
  }

  #context(): Partial<ActionContext> {
    return {
      now: Date.now,
      fetch: this.#fetch,
      log: (level, message) => this.log.push(`${level} ${message}`),
      secrets: {
        open: ({ key, fields }) => Promise.resolve({ key, fields: fields as Record<string, string> }),
        hide: (text) => this.hidden.push(text),
      },
    };
  }
}

/** What no run stops. */
export async function fetchNow(request: HttpRequest): Promise<HttpResponse> {
  return await fetchPlain(request, new AbortController().signal);
}

/** What a plain request is answered with, signed or not by whoever made its address. */
export async function ask(url: string, method = 'GET'): Promise<number | Failure> {
  return await fetchNow({ url, method, headers: {} }).then(
    ({ status }) => status,
    (thrown: unknown) => toFailure(thrown),
  );
}

function definitionOf(action: string): StepDefinition {
  const definition = awsS3.actions[action];
  if (!definition) throw new Error(`There is no action “${action}”.`);
  return definition;
}
