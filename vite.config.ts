/** How the app is bundled and how the unit tests see it. */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  define: { __VERSION__: JSON.stringify(process.env.npm_package_version ?? '') },
  worker: { format: 'es' },
  build: { target: 'es2023' },
  // Svelte's server build would make effects in `.svelte.ts` files do nothing.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : undefined,
  // A busy machine is slow, and slow is not wrong.
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 },
});
