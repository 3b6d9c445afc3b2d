/** OAuth 2 without a user: a token for the client itself (RFC 6749, 4.4). */
import type { ActionContext } from '#lib/connectors/define.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Asks for a new token, which whoever sends it hides; the connection must be meant for the token's address too. Throws `connection`. */
export async function clientCredentialsToken(
  connection: ConnectionValue,
  { secrets, fetch }: Pick<ActionContext, 'secrets' | 'fetch'>,
): Promise<string> {
  const url = addressOf(connection);
  const { fields } = await secrets.open(connection, url);
  const response = await fetch({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: formOf(fields),
    redirect: 'error',
  });
  const text = new TextDecoder().decode(response.body);
  const token = response.status < 400 ? tokenIn(text) : undefined;
  if (token === undefined) throw refused(connection, url, response.status, text);
  return token;
}

function addressOf({ configVarKey, fields }: ConnectionValue): string {
  const { tokenUrl } = fields;
  if (typeof tokenUrl === 'string' && URL.canParse(tokenUrl)) return tokenUrl;
  throw new FailureError({
    code: 'connection',
    message: `The connection “${configVarKey}” has no complete token address.`,
    hint: 'Fill it in; it begins with https://.',
  });
}

function formOf({ clientId = '', clientSecret = '', scopes = '' }: Readonly<Record<string, string>>): string {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  if (scopes !== '') form.set('scope', scopes);
  return form.toString();
}

function tokenIn(text: string): string | undefined {
  try {
    const { access_token: token } = JSON.parse(text) as { access_token?: unknown };
    return typeof token === 'string' && token !== '' ? token : undefined;
  } catch {
    return undefined;
  }
}

function refused(
  { configVarKey }: ConnectionValue,
  url: string,
  status: number,
  detail: string,
): FailureError {
  return new FailureError({
    code: 'connection',
    message: `${new URL(url).host} gave no token for the connection “${configVarKey}” (status ${status}).`,
    hint: 'Look at the client’s ID and secret, and at the scopes.',
    retry: status >= 500,
    detail: detail.slice(0, 4096),
  });
}
