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
  const { address, close } = site;
  // Not once: Ctrl+C may reach this process twice, from the terminal and from a program around it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close);
  if (process.env.npm_lifecycle_event === 'start') onParentGone(close);
  console.log(`Sluice is ready: ${address}`);
}

/** A signal to npm ends npm and its shell, but they do not pass it on: the server would stay, and keep its port. */
function onParentGone(end: () => void): void {
  const parent = process.ppid;
  const watch = () => process.ppid !== parent && end();
  setInterval(watch, 500).unref(); // Milliseconds.
}
