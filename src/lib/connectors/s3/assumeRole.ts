import type { ActionContext } from '#lib/connectors/define.ts';
import { askQuery } from '#lib/connectors/s3/askQuery.ts';
import { placeOf, type Target } from '#lib/connectors/s3/place.ts';
import type { Credentials } from '#lib/connectors/s3/sign.ts';
import { childOf, textOf } from '#lib/connectors/s3/xml.ts';

/** Signs in as the role of a connection `awsAssumeRole`: keys that are valid for an hour. */
export async function assumeRole(
  fields: Readonly<Record<string, string>>,
  credentials: Credentials,
  target: Target,
  context: ActionContext,
): Promise<Credentials> {
  const session = { target, place: placeOf(target), credentials, context };
  const { roleARN = '', externalId = '' } = fields;
  const result = await askQuery(session, 'AssumeRole', {
    RoleArn: roleARN,
    RoleSessionName: 'sluice',
    ExternalId: externalId,
  });
  const given = childOf(result, 'Credentials');
  return {
    accessKeyId: textOf(given, 'AccessKeyId'),
    secretAccessKey: textOf(given, 'SecretAccessKey'),
    sessionToken: textOf(given, 'SessionToken'),
  };
}
