/** The stand-ins behind one address of this computer: each origin is a folder of it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { standInOrigins, StandIns } from './standIns.ts';

export interface StandInSite {
  standIns: StandIns;
  /** For `--route`, such as `https://a.example=http://127.0.0.1:40123/a.example`. */
  routes: string[];
  close: () => void;
}

export async function serveStandIns(): Promise<StandInSite> {
  const standIns = new StandIns();
  const server = createServer((request, response) => {
    void request.toArray().then((parts) => {
      const [, host = '', ...path] = (request.url ?? '').split('/');
      const {
        status = 200,
        contentType,
        body,
      } = standIns.answer({
        method: request.method ?? 'GET',
        url: `https://${host}/${path.join('/')}`,
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(parts).toString(),
      });
      response.writeHead(status, { 'content-type': contentType ?? 'text/plain' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const place = (origin: string) => `http://127.0.0.1:${port}/${new URL(origin).host}`;
  return {
    standIns,
    routes: standInOrigins.map((origin) => `${origin}=${place(origin)}`),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
