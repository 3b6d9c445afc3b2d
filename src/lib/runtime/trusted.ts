/** What Trusted Types let pass: the address of our own worker and the page of the sandbox's frame, and nothing else. */
import workerUrl from '#lib/runtime/worker.ts?worker&url';

/** The address of the runtime worker. */
export function trustedWorkerUrl(): string {
  workers ??= trustedTypes?.createPolicy('sluice-worker', { createScriptURL: () => workerUrl });
  return workers ? (workers.createScriptURL(workerUrl) as unknown as string) : workerUrl;
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
