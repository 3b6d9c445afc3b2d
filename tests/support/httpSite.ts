/** A service on this computer that behaves as services do: some allow browsers, some are slow, some break off. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpSite {
  /** Such as `http://127.0.0.1:40123`. */
  address: string;
  /** What it was asked, such as `GET /cors/json`; without questions of browsers about what is allowed. */
  asked: string[];
  close: () => void;
}

/** What lies below `/cors/` allows any page to read it, all else allows none. */
export async function serveHttp(): Promise<HttpSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, asked: string[]): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://here');
  const isOpen = pathname.startsWith('/cors/');
  if (isOpen) allow(response);
  if (request.method === 'OPTIONS') return void response.writeHead(isOpen ? 204 : 405).end();
  asked.push(`${request.method} ${pathname}`);
  const place = pathname.replace(/^\/cors/, '');
  const page = Object.hasOwn(pages, place) ? pages[place] : undefined;
  if (page) await page(request, response);
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
}

function allow(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*, authorization');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
  response.setHeader('access-control-expose-headers', 'x-shown');
}

type Page = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const HUGE_BYTES = 20_000_000;

const pages: Readonly<Record<string, Page>> = {
  '/': (_request, response) => void response.end('start page'),
  '/json': (_request, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json', 'x-shown': 'yes', 'x-kept-back': 'yes' })
      .end('{"ok":true}'),
  '/echo': async (request, response) => {
    const { method, headers } = request;
    const body = Buffer.concat(await request.toArray()).toString('latin1');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ method, headers, body }));
  },
  /** Says JSON and sends none. */
  '/lies': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('<html>Sign in</html>'),
  '/png': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([137, 80, 78, 71, 255])),
  /** Nobody answers before the connection is closed. */
  '/never': () => undefined,
  /** Begins, and never comes to an end. */
  '/stalls': (_request, response) => void response.writeHead(200).write('{"a":'),
  '/resets': (request) => void request.socket.destroy(),
  /** Breaks off in the middle of what it has announced. */
  '/breaks': (request, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('half');
    setTimeout(() => request.socket.destroy(), 50);
  },
  '/huge': (_request, response) => void response.end(Buffer.alloc(HUGE_BYTES, 'x')),
  /** Says that more is to come than anybody takes. */
  '/announces': (_request, response) =>
    void response.writeHead(200, { 'content-length': '300000000' }).write('x'),
  /** Goes on for as long as somebody reads. */
  '/endless': (_request, response) => {
    const block = Buffer.alloc(4_000_000, 'x');
    const more = () => {
      while (!response.destroyed && response.write(block));
    };
    response.on('drain', more);
    more();
  },
  '/moved': (_request, response) => void response.writeHead(302, { location: '/cors/json' }).end(),
  /** To a place that allows no pages. */
  '/away': (_request, response) => void response.writeHead(302, { location: '/json' }).end(),
  '/busy': (_request, response) => void response.writeHead(503).end('later'),
};
