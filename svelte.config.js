/** The build: a folder of static files, one page for every address, a policy in its head. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// The sandbox's frame has the page's policy too, so its one script must be named here.
const frameScript = readFileSync(new URL('src/lib/runtime/sandbox/frame.js', import.meta.url));
const frameHash = createHash('sha256').update(frameScript).digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    // `index.html`, not `200.html`: hosts and service workers find it without being told.
    adapter: adapter({ fallback: 'index.html', precompress: true }),
    // The same fallback answers at every depth, so its links must start at the root.
    paths: { relative: false },
    // Kit writes this into the page's head with the hash of its own inline script;
    // `src/relay` reads it from there and sends it as a header too (workers obey only headers).
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', `sha256-${frameHash}`],
        'worker-src': ['self', 'blob:'],
        'connect-src': ['self', 'https:', 'http:', 'ws:', 'wss:', 'data:', 'blob:'],
        'img-src': ['self', 'data:', 'blob:', 'https:'],
        'style-src': ['self', 'unsafe-inline'],
        'font-src': ['self'],
        'frame-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'require-trusted-types-for': ['script'],
        'trusted-types': [
          'svelte-trusted-html',
          'sveltekit-trusted-url',
          'sluice-worker',
          'sluice-frame',
          'sluice-sandbox',
        ],
      },
    },
    serviceWorker: { register: false },
  },
};
