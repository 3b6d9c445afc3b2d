/** Starts a worker of the tests on a page that has the app's policy. */

interface Policy {
  createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  createPolicy: (name: string, rules: Policy) => Policy;
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };

/** The server of the test host adds its name to the app's policies. */
const policy = trustedTypes?.createPolicy('sluice-test', { createScriptURL: (url) => url });

export function startTestWorker(url: string): Worker {
  return new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' });
}
