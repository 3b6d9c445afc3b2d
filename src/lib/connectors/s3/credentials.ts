/** From what a step was given to the keys that sign its requests (format.md 2.4, aws-s3). */
import type { ActionContext } from '#lib/connectors/define.ts';
import { assumeRole } from '#lib/connectors/s3/assumeRole.ts';
import { placeOf, type Target } from '#lib/connectors/s3/place.ts';
import type { Credentials } from '#lib/connectors/s3/sign.ts';
import type { ConnectionValue, OpenConnection } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

/** What actions are given about who asks. */
export interface AccountValues {
  accessKey?: ConnectionValue | undefined;
  /** The same under its other key. */
  awsConnection?: ConnectionValue | undefined;
  awsRegion?: string;
  dynamicAccessKeyId: string;
  dynamicSecretAccessKey: string;
  dynamicSessionToken: string;
}

/** Dynamic keys stand in for the connection. Throws `connection` when neither is there. */
export async function openCredentials(
  values: AccountValues,
  context: ActionContext,
  target: Target,
): Promise<Credentials> {
  const { dynamicAccessKeyId: accessKeyId, dynamicSecretAccessKey: secretAccessKey } = values;
  const connection = values.accessKey ?? values.awsConnection;
  if (accessKeyId !== '' && secretAccessKey !== '')
    return covered({ accessKeyId, secretAccessKey, sessionToken: values.dynamicSessionToken }, context);
  if (!connection) throw nobody();
  if (connection.key === 'awsAssumeRole') return covered(await assume(connection, context, target), context);
  return keysOf(await open(connection, context, target));
}

async function assume(
  connection: ConnectionValue,
  context: ActionContext,
  target: Target,
): Promise<Credentials> {
  const { region, endpoint } = target;
  const service: Target = { service: 'sts', region, endpoint };
  const opened = await open(connection, context, service);
  return await assumeRole(opened.fields, keysOf(opened), service, context);
}

/** For the service as a whole: what leaves is a signature that is good for one request, never the secret itself. */
async function open(
  connection: ConnectionValue,
  context: ActionContext,
  target: Target,
): Promise<OpenConnection> {
  return await context.secrets.open(connection, placeOf(target).root);
}

function keysOf({ fields }: OpenConnection): Credentials {
  const [accessKeyId, secretAccessKey, sessionToken] = ['accessKeyId', 'secretAccessKey', 'sessionToken'].map(
    (name) => (Object.hasOwn(fields, name) ? String(fields[name] ?? '').trim() : ''),
  );
  if (!accessKeyId || !secretAccessKey) throw nobody();
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

function covered({ sessionToken, ...keys }: Credentials, { secrets }: ActionContext): Credentials {
  secrets.hide(keys.secretAccessKey);
  if (!sessionToken) return keys;
  secrets.hide(sessionToken);
  return { ...keys, sessionToken };
}

function nobody(): FailureError {
  return new FailureError({
    code: 'connection',
    message: 'There is no access key, or no secret to it.',
    hint: 'Choose a connection for this step and fill it in.',
  });
}
