/** What Trusted Types let pass: the addresses of our own workers and the page of the sandbox's frame, nothing else. */
import previewUrl from '#lib/runtime/preview/previewWorker.ts?worker&url';
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

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };

/** Made once: a page may not make two policies of one name. */
let workers: TrustedTypePolicy | undefined;
let frames: TrustedTypePolicy | undefined;

interface TrustedTypePolicy {
  createScriptURL: (url: string) => object;
  createHTML: (html: string) => object;
}

type Rules = Partial<Record<keyof TrustedTypePolicy, (text: string) => string>>;

/** Part of the platform that TypeScript's own types do not have. */
interface TrustedTypePolicyFactory {
  createPolicy: (name: string, rules: Rules) => TrustedTypePolicy;
}
