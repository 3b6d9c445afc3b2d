/** Who asks: from a connection to the header that says it. */
import type { ActionContext } from '#lib/connectors/define.ts';
import type { ConnectionValue, OpenConnection } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Opens a connection that the action cannot do without. Throws `connection`. */
export async function openConnection(
  { secrets }: Pick<ActionContext, 'secrets'>,
  connection: ConnectionValue | undefined,
  address: string,
): Promise<OpenConnection> {
  if (connection) return await secrets.open(connection, address);
  throw new FailureError({
    code: 'connection',
    message: 'This step has no connection.',
    hint: 'Choose one in its inputs.',
  });
}

/** What signing in gave, else a key that was filled in. Throws `connection` when there is neither. */
export async function bearer(
  context: Pick<ActionContext, 'secrets'>,
  connection: ConnectionValue | undefined,
  address: string,
): Promise<string> {
  const open = await openConnection(context, connection, address);
  const token = open.token ?? filled(open, 'apiKey');
  if (token === '') throw notFilledIn(connection, 'token');
  return `Bearer ${token}`;
}

/** A field of it as text; empty when nobody filled it in. */
export function filled({ fields }: OpenConnection, field: string): string {
  return (Object.hasOwn(fields, field) ? fields[field] : undefined)?.trim() ?? '';
}

/** The connection “GitHub” holds no token yet. */
export function notFilledIn(connection: ConnectionValue | undefined, missing: string): FailureError {
  return new FailureError({
    code: 'connection',
    message: `The connection “${connection?.configVarKey ?? ''}” holds no ${missing} yet.`,
    hint: 'Fill it in where this integration is set up.',
  });
}
