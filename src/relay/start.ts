/** `npm start`: serves the built app (or the folder named as an argument) until it is told to stop. */
import { resolve } from 'node:path';
import { readAddress } from './address.ts';
import { serve } from './serve.ts';

const folder = resolve(process.argv[2] ?? `${import.meta.dirname}/../../build`);
const at = readAddress(process.env);
const site = 'problem' in at ? at : await serve(folder, at);

if ('problem' in site) {
  console.error(site.problem);
  process.exitCode = 1;
} else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => site.close());
  console.log(`Sluice is ready: ${site.address}`);
}
