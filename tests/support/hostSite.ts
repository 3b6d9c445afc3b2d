/** The test host, built like the app and served by the app's own server with the app's own policy. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { policyOf } from '../../src/relay/headers.ts';
import { serve, type Site } from '../../src/relay/serve.ts';

const root = join(import.meta.dirname, '../..');

/** Builds a page of `tests/hosts` and serves it on this computer; needs the built app, for its policy. */
export async function serveHost(page = 'page.ts'): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-host-'));
  await buildHost(folder, page);
  const site = await serve(folder, { host: '127.0.0.1', port: 0 });
  if ('problem' in site) throw new Error(site.problem);
  return {
    address: site.address,
    close() {
      site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function buildHost(folder: string, entry: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { __VERSION__: '""' },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'tests/hosts', entry),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  writeFileSync(join(folder, 'index.html'), page(await testPolicy()));
}

/** The app's, and the name under which the page starts the workers of tests. */
async function testPolicy(): Promise<string> {
  const policy = await policyOf(join(root, 'build/index.html'))();
  if (policy === '') throw new Error('There is no built app whose policy the test host could have.');
  return policy.replace('trusted-types ', 'trusted-types sluice-test ');
}

function page(policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return `<!doctype html><html lang="en"><meta charset="utf-8">${meta}<link rel="icon" href="data:,"><title>Test host</title>
<body><script type="module" src="/page.js"></script></body></html>
`;
}
