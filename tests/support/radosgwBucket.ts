/** Buckets of the real store for tests; the app itself makes none. */
import { AwsClient } from 'aws4fetch';
import { corsRuleXml } from '#lib/connectors/s3/corsRule.ts';
import { STORE_KEYS } from './radosgw.ts';

/** Of the store that `npm run test:real` starts; `undefined` where there is none. */
export const storeEndpoint = process.env.S3_TEST_ENDPOINT;

/** What the tests say that have no store. */
export const NO_STORE = 'S3_TEST_ENDPOINT is not set: the tests against a real store are skipped.';

/** Makes a bucket that browsers may use, by the very rule that our help tells; gives its name. */
export async function makeBucket(endpoint: string): Promise<string> {
  const bucket = `test-${crypto.randomUUID()}`;
  await put(endpoint, `/${bucket}`, '');
  await put(endpoint, `/${bucket}?cors`, corsRuleXml);
  return bucket;
}

async function put(endpoint: string, path: string, body: string): Promise<void> {
  const client = new AwsClient({ ...STORE_KEYS, service: 's3', region: 'us-east-1', retries: 0 });
  const response = await client.fetch(endpoint + path, { method: 'PUT', body });
  if (!response.ok) throw new Error(`PUT ${path}: ${response.status} ${await response.text()}`);
}
