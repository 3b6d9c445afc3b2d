/** Every benchmark there is, by the name that `npm run bench` takes; each is loaded when it runs. */
import type { Benchmark } from './Benchmark.ts';

export const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  document: async () => (await import('./document.ts')).document,
  engine: async () => (await import('./engine.ts')).engine,
};
