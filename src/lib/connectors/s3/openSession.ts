import type { ActionContext } from '#lib/connectors/define.ts';
import type { Session } from '#lib/connectors/s3/ask.ts';
import { openCredentials, type AccountValues } from '#lib/connectors/s3/credentials.ts';
import { placeOf, type Target } from '#lib/connectors/s3/place.ts';

/** Reads region, endpoint and keys. Throws `input` or `connection`. */
export async function openSession(
  values: AccountValues,
  context: ActionContext,
  where: Pick<Target, 'bucket' | 'byPath'> & Partial<Pick<Target, 'service'>> = {},
): Promise<Session> {
  const { fields } = values.accessKey ?? values.awsConnection ?? {};
  const endpoint = typeof fields?.endpoint === 'string' ? fields.endpoint.trim() : '';
  const region = values.awsRegion?.trim() || 'us-east-1';
  const target: Target = { service: 's3', ...where, region, endpoint };
  const place = placeOf(target);
  return { target, place, context, credentials: await openCredentials(values, context, target) };
}
