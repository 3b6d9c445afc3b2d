/** Opens the server: every request gets one answer, and every answer the headers of the page's policy. */
import { existsSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { browserAddress, listenProblem, type Address } from './address.ts';
import { sentence, type Answer } from './answer.ts';
import { answerFromFolder, FALLBACK } from './files.ts';
import { policyOf, securityHeaders } from './headers.ts';
import { insecurePage, isSecureContext } from './insecure.ts';
import { page } from './page.ts';
import { isPage, readPath } from './path.ts';

/** A running server: the address to open, and a way to end it that waits for nobody. */
export interface Site {
  address: string;
  close: () => void;
}

/** Serves a folder of built files, or says in a sentence why it cannot. */
export async function serve(folder: string, at: Address): Promise<Site | { problem: string }> {
  const app = join(folder, FALLBACK);
  if (!existsSync(app)) return { problem: `There is no built app in ${folder}: run "npm run build" first.` };
  const policy = policyOf(app);
  const server = createServer((request, response) => void reply(folder, policy, request, response));
  const error = await listen(server, at);
  return error ? { problem: listenProblem(error, at) } : site(server, at.host);
}

function site(server: Server, host: string): Site {
  const { port } = server.address() as AddressInfo;
  return {
    address: browserAddress({ host, port }),
    close() {
      server.close();
      // A browser keeps its connections open; waiting for them would look like a hang.
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, { host, port }: Address): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

async function reply(
  folder: string,
  policy: () => Promise<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answerTo(folder, request).catch(unexpected);
  const { length } = answer.body;
  const headers = { ...securityHeaders(await policy()), ...answer.headers };
  // A 304 has no body, and a length of 0 there would be read as the length of the file.
  response.writeHead(
    answer.status,
    answer.status === 304 ? headers : { ...headers, 'content-length': length },
  );
  response.end(answer.body); // Node itself leaves the body out of the answer to HEAD.
}

async function answerTo(folder: string, request: IncomingMessage): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sentence(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
  const path = readPath(request.url ?? '');
  if (!path) return unreadable(request.headers);
  if (isPage(path) && !isSecureContext(request.headers)) return insecurePage(request.headers);
  return answerFromFolder(folder, path, request.headers);
}

/** A person who followed a broken link is shown a way on; a program is told in a line. */
function unreadable({ accept = '' }: IncomingHttpHeaders): Answer {
  const title = 'This address cannot be read';
  if (!accept.includes('text/html')) return sentence(400, `${title}.`);
  const content =
    '<p>It is not spelled as an address should be; perhaps a part of it was lost when it was copied. <a href="/">Open Sluice</a></p>';
  return page(400, title, content);
}

function unexpected(error: unknown): Answer {
  console.error(error);
  return sentence(500, 'The server could not read this file; its own output says why.');
}
