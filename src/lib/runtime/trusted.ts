/** What Trusted Types let pass: the addresses of our own workers and the page of the sandbox's frame, nothing else. */
import previewUrl from '#lib/runtime/preview/previewWorker.ts?worker&url';
import { trustedTypes, type TrustedTypePolicy } from '#lib/runtime/trustedTypes.ts';
import runtimeUrl from '#lib/runtime/worker.ts?worker&url';

/** Starts one of our own workers. */
export function startWorker(name: keyof typeof urls): Worker {
  workers ??= trustedTypes?.createPolicy('sluice-worker', { createScriptURL: own });
  const url = workers ? (workers.createScriptURL(name) as unknown as string) : urls[name];
  return new Worker(url, { type: 'module', name });
}

const urls = { runtime: runtimeUrl, preview: previewUrl };

function own(name: string): string {
  if (Object.hasOwn(urls, name)) return urls[name as keyof typeof urls];
  throw new TypeError(`There is no worker “${name}”.`);
}

/** A page of constant text. */
export function trustedHtml(page: string): string {
  frames ??= trustedTypes?.createPolicy('sluice-frame', { createHTML: () => page });
  return frames ? (frames.createHTML(page) as unknown as string) : page;
}

/** Made once: a page may not make two policies of one name. */
let workers: TrustedTypePolicy | undefined;
let frames: TrustedTypePolicy | undefined;
