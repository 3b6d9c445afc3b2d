/** A web service on this computer that remembers what it was asked, and can keep whoever asks waiting. */
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CrashSite {
  /** Origin; every path below it is answered with what `answerTo` says. */
  address: string;
  /** The paths that were posted to, in their order. */
  received: string[];
  /** Resolves when so many requests have come. */
  arrived: (count: number) => Promise<void>;
  /** From now on requests to a path get no answer, until `release`. */
  hold: (path: string) => void;
  release: () => void;
  close: () => Promise<void>;
}

/** Long enough that a browser dies as often while it waits as while it works. */
const ANSWER_MS = 5;

/** The answer to a path: the same, however often it is asked. */
export function answerTo(path: string): { of: string } {
  return { of: path };
}

/** Listens on a free port. */
export async function openCrashSite(): Promise<CrashSite> {
  const received: string[] = [];
  const held = new Set<string>();
  const events = new EventEmitter();
  const server = createServer((request, response) => {
    received.push(request.url ?? '');
    events.emit('arrived');
    void answer(request, response, () => (held.has(request.url ?? '') ? once(events, 'release') : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    async arrived(count) {
      while (received.length < count) await once(events, 'arrived');
    },
    hold: (path) => held.add(path),
    release() {
      held.clear();
      events.emit('release');
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  turn: () => Promise<unknown> | undefined,
): Promise<void> {
  await request.toArray();
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  await turn();
  response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
  response.end(JSON.stringify(answerTo(request.url ?? '')));
}
