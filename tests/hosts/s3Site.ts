/** The page for Amazon S3, built and served as the app is, with the app's own policy. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { policyOf } from '../../src/relay/headers.ts';
import { serve, type Site } from '../../src/relay/serve.ts';

const root = join(import.meta.dirname, '../..');

/** Needs the built app, for its policy. */
export async function serveS3Page(): Promise<Site> {
  const policy = await policyOf(join(root, 'build/index.html'))();
  if (policy === '') throw new Error('There is no built app whose policy the test host could have.');
  const outDir = mkdtempSync(join(tmpdir(), 'sluice-s3-page-'));
  const rolldownOptions = {
    input: join(root, 'tests/hosts/s3Page.ts'),
    output: { entryFileNames: 'page.js' },
  };
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions,
    },
  });
  writeFileSync(
    join(outDir, 'index.html'),
    pageWith(policy.replace('trusted-types ', 'trusted-types sluice-test ')),
  );
  const site = await serve(outDir, { host: '127.0.0.1', port: 0 });
  if ('problem' in site) throw new Error(site.problem);
  return {
    address: site.address,
    close() {
      site.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

function pageWith(policy: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}"><link rel="icon" href="data:,"><title>Amazon S3</title>
<body><script type="module" src="/page.js"></script></body></html>
`;
}
