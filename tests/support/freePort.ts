import { createServer, type AddressInfo } from 'node:net';

/** A port of this computer that nothing listens on; 4173 stays free for a server the developer has running. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
