/** Trusted Types, where the browser has them: part of the platform that TypeScript's own types do not have. */

export const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };

export interface TrustedTypePolicy {
  createScriptURL: (url: string) => object;
  createHTML: (html: string) => object;
}

type Rules = Partial<Record<keyof TrustedTypePolicy, (text: string) => string>>;

interface TrustedTypePolicyFactory {
  createPolicy: (name: string, rules: Rules) => TrustedTypePolicy;
}
