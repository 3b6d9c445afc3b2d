/** A server on this computer that answers everybody and remembers whoever spoke to it: for the tests of the sandbox. */
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SandboxSite {
  /** Host and port. */
  host: string;
  /** What came so far, in its order: requests by method and path, anything else by what it was. */
  heard: readonly string[];
  close: () => Promise<void>;
}

/** Listens on a free port, for connections and for datagrams. */
export async function openSandboxSite(): Promise<SandboxSite> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    void answer(request, response);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      if (socket.bytesRead === 0) heard.push('a connection without a word');
    });
  });
  server.on('upgrade', (request, socket: Socket) => {
    heard.push(`upgrade ${request.url}`);
    socket.write(accepted(request));
  });
  server.on('clientError', (_, socket) => {
    heard.push('bytes that are no request');
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4', () => heard.push('a datagram')).bind(port, '127.0.0.1');
  return {
    host: `127.0.0.1:${port}`,
    heard,
    async close() {
      datagrams.close();
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

/** Bodies by the end of the path; every other path is answered with what was asked. */
const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/': ['text/html', '<!doctype html><title>Site</title>'],
  js: ['text/javascript', 'self.loaded = true;'],
  events: ['text/event-stream', 'data: 1\n\n'],
  wasm: ['application/wasm', '\0asm\x01\0\0\0'],
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url: path = '/' } = request;
  const chunks: Buffer[] = await request.toArray();
  const asked = JSON.stringify({ method, path, body: Buffer.concat(chunks).toString() });
  const [type, body] = bodies[path.split(/[/.](?=[^/])/).at(-1) ?? ''] ?? ['application/json', asked];
  response.writeHead(200, {
    'content-type': type,
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    // A connection that is kept open would be ended without a word later.
    connection: 'close',
  });
  response.end(body);
}

/** The answer that opens a web socket (RFC 6455, 4.2.2). */
function accepted({ headers }: IncomingMessage): string {
  const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
}
