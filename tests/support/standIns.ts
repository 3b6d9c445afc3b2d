/** What stands in for the hosts that real files talk to (format.md 5.3): the same in Node and behind a browser. */
import { encode } from '@msgpack/msgpack';
import { json, parsed, type StandInReply, type StandInRequest } from './standInReply.ts';
import { giveToken, StandInStorage } from './standInStorage.ts';

export interface Comment {
  postId: number;
  id: number;
  name: string;
  email: string;
  body: string;
}

/** 500 of them, as the placeholder service has. */
export const comments: readonly Comment[] = Array.from({ length: 500 }, (_, index) => ({
  postId: Math.floor(index / 5) + 1,
  id: index + 1,
  name: `name ${index + 1}`,
  email: `reader${index + 1}@example.com`,
  body: `body of comment ${index + 1}`,
}));

/** One run's worth of them: it notes what was asked, and numbers the executions that are asked about. */
export class StandIns {
  readonly asked: StandInRequest[] = [];
  readonly storage = new StandInStorage();
  readonly #executions: string[] = [];

  /** Of all, those of one method to one host and path. */
  to(method: string, place: string): StandInRequest[] {
    return this.asked.filter((request) => {
      const { host, pathname } = new URL(request.url);
      return request.method === method && `${host}${pathname}`.startsWith(place);
    });
  }

  answer(request: StandInRequest): StandInReply {
    this.asked.push(request);
    const url = new URL(request.url);
    const reply = Object.hasOwn(hosts, url.host) ? hosts[url.host] : undefined;
    return reply?.(request, url, this) ?? json({ error: 'nothing here' }, 404);
  }

  /** Counts executions from 0, in the order they were first asked about. */
  numberOf(id: string): number {
    if (!this.#executions.includes(id)) this.#executions.push(id);
    return this.#executions.indexOf(id);
  }
}

type Answer = (request: StandInRequest, url: URL, standIns: StandIns) => StandInReply;

const hosts: Readonly<Record<string, Answer>> = {
  'jsonplaceholder.typicode.com': (_request, { searchParams }) => {
    const limit = Number(searchParams.get('_limit') ?? comments.length);
    const page = Number(searchParams.get('_page') ?? 1);
    return json(comments.slice((page - 1) * limit, page * limit));
  },
  'postman-echo.com': ({ headers, body, url }) =>
    json({ args: {}, data: body, files: {}, form: {}, headers, json: parsed(body), url }),
  /** The results of an execution lie at an address of their own. */
  'app.prismatic.io': ({ body }, _url, standIns) => {
    const { executionId } = (parsed(body) as { variables: { executionId: string } }).variables;
    const resultsUrl = `https://results.example/${standIns.numberOf(executionId)}`;
    return json({
      data: {
        executionResult: {
          id: executionId,
          endedAt: '2026-01-01T00:00:00Z',
          stepResults: { nodes: [{ resultsUrl }] },
        },
      },
    });
  },
  /** What the flow made of the tenth part with this number. */
  'results.example': (_request, { pathname }) => {
    const at = Number(pathname.slice(1)) * 50;
    const data = comments.slice(at, at + 50).map(({ body }) => body.toUpperCase());
    return { contentType: 'application/octet-stream', body: encode({ data }) };
  },
  'slack.com': () => json({ ok: true, members: [{ name: 'slackbot' }, { name: 'bob' }, { name: 'eve' }] }),
  'target.example': () => json({ ok: true }),
  'oauth2.googleapis.com': (request) => giveToken(request),
  'storage.googleapis.com': (request, url, { storage }) => storage.answer(request, url),
};

/** Origins that it stands in for. */
export const standInOrigins = Object.keys(hosts).map((host) => `https://${host}`);
