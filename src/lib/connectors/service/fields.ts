/** What connections are filled in with (format.md 1.8). */
import type { ConnectionDefinition } from '#lib/connectors/define.ts';

type Field = ConnectionDefinition['fields'][string];

/** A field that everybody may read; required unless it says otherwise. */
export function field(label: string, more: Partial<Field> = {}): Field {
  return { label, secret: false, required: true, ...more };
}

/** A field that goes into the vault; required unless it says otherwise. */
export function secretField(label: string, more: Partial<Field> = {}): Field {
  return field(label, { ...more, secret: true });
}

/** What signing in with OAuth 2 takes; the keys are those of the files. */
export function oauthFields(defaults: {
  authorizeUrl: string;
  tokenUrl: string;
  scopes: string;
}): Record<string, Field> {
  return {
    authorizeUrl: field('Authorize URL', { default: defaults.authorizeUrl, required: false }),
    tokenUrl: field('Token URL', { default: defaults.tokenUrl, required: false }),
    scopes: field('Scopes', { default: defaults.scopes, required: false, help: 'Separated by spaces.' }),
    clientId: field('Client ID', { required: false }),
    clientSecret: secretField('Client secret', { required: false }),
    token: secretField('Access token', {
      required: false,
      help: 'One that you have already. Signing in comes with deployments.',
    }),
  };
}
