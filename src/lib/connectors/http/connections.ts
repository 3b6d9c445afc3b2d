/** The connections of the HTTP connector (format.md 2.2), and the header that each becomes. */
import type { ActionContext, ConnectionDefinition } from '#lib/connectors/define.ts';
import { clientCredentialsToken } from '#lib/connectors/http/clientCredentials.ts';
import { toBase64 } from '#lib/connectors/letters.ts';
import { field, oauthFields, secretField } from '#lib/connectors/service/fields.ts';
import type { ConnectionValue, OpenConnection } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

export const httpConnections: Readonly<Record<string, ConnectionDefinition>> = {
  apiKey: {
    label: 'API key',
    fields: {
      apiKey: { label: 'API key', secret: true, required: true },
      authorizationScheme: {
        label: 'Scheme',
        help: 'The word before the key in the header Authorization, such as Bearer.',
        secret: false,
        required: false,
        default: 'Basic',
      },
    },
  },
  basic: {
    label: 'User name and password',
    fields: {
      username: { label: 'User name', secret: false, required: true },
      password: { label: 'Password', secret: true, required: false },
    },
  },
  authorizationCode: {
    label: 'OAuth 2 (authorization code)',
    fields: oauthFields({ authorizeUrl: '', tokenUrl: '', scopes: '' }),
  },
  clientCredentials: {
    label: 'OAuth 2 (client credentials)',
    fields: {
      tokenUrl: field('Token URL'),
      scopes: field('Scopes', { required: false, help: 'Separated by spaces.' }),
      clientId: field('Client ID'),
      clientSecret: secretField('Client secret'),
    },
  },
};

/** The header with which a request says who asks; none for a connection that is empty. */
export async function authorization(
  connection: ConnectionValue,
  address: string,
  context: Pick<ActionContext, 'secrets' | 'fetch' | 'log'>,
): Promise<string | undefined> {
  const open = await context.secrets.open(connection, address);
  const header = headerOf(open);
  if (header !== undefined) return hidden(header, context);
  if (open.key !== 'clientCredentials' || isEmpty(open)) return unfilled(connection, open, context);
  return hidden(`Bearer ${await clientCredentialsToken(connection, context)}`, context);
}

/** By what is filled in: other connectors' connections are named otherwise and hold the same. */
function headerOf({ fields, token }: OpenConnection): string | undefined {
  const { apiKey = '', authorizationScheme, username = '', password = '' } = fields;
  if (token !== undefined) return `Bearer ${token}`;
  if (apiKey !== '') return `${authorizationScheme?.trim() || 'Basic'} ${apiKey}`;
  return username === '' && password === ''
    ? undefined
    : `Basic ${toBase64(new TextEncoder().encode(`${username}:${password}`))}`;
}

/** What a header is made of may be longer than the secret that is known. */
function hidden(header: string, { secrets }: Pick<ActionContext, 'secrets'>): string {
  const [, value = ''] = header.split(' ');
  secrets.hide(value);
  return header;
}

/** Nothing at all was filled in: the service says itself when it minds. */
function unfilled(
  { configVarKey }: ConnectionValue,
  open: OpenConnection,
  { log }: Pick<ActionContext, 'log'>,
): undefined {
  if (!isEmpty(open))
    throw new FailureError({
      code: 'connection',
      message: `The connection “${configVarKey}” says nothing by which a request could be allowed.`,
      hint: 'Sign in to it, or fill in a key, or a user name and a password.',
    });
  log('warn', `The connection “${configVarKey}” is empty: the request goes out without it.`);
}

function isEmpty({ fields }: OpenConnection): boolean {
  const { clientSecret: secret = '', apiKey = '', password = '' } = fields;
  return secret === '' && apiKey === '' && password === '';
}
