/** Inputs that several actions have, with the keys of the format (format.md 2.4). */
import { choice, connection, pairs, text } from '#lib/connectors/inputs.ts';
import type { KeyValue } from '#lib/connectors/reading.ts';
import { encodeText } from '#lib/connectors/s3/encode.ts';
import { FailureError } from '#lib/model/failure.ts';

const account = connection({
  label: 'Connection',
  help: 'The account to use; not needed with dynamic keys.',
});

const awsRegion = text({
  label: 'Region',
  help: 'Where the bucket is, such as eu-central-1; empty for us-east-1.',
  placeholder: 'us-east-1',
});

const dynamic = {
  dynamicAccessKeyId: text({
    label: 'Dynamic access key ID',
    help: 'With its secret it stands in for the connection: for keys that an earlier step fetched.',
  }),
  dynamicSecretAccessKey: text({
    label: 'Dynamic secret access key',
    help: 'The secret that belongs to the dynamic access key ID.',
  }),
  dynamicSessionToken: text({
    label: 'Dynamic session token',
    help: 'Of keys that are valid for a while.',
  }),
};

/** Who asks, without a region. */
export const callerInputs = { accessKey: account, ...dynamic };

/** Who asks, and where. */
export const accountInputs = { ...callerInputs, awsRegion };

/** The same under the key that actions about notifications have for the connection. */
export const noticeInputs = { awsConnection: account, ...dynamic, awsRegion };

export const bucket = text({ label: 'Bucket', help: 'Its name, such as my-bucket.', required: true });

export const bucketInputs = { ...accountInputs, bucket };

const objectKey = text({
  label: 'Object key',
  help: 'The path of the object in its bucket, without a slash before it.',
  placeholder: 'folder/file.txt',
  required: true,
});

export const objectInputs = { ...bucketInputs, objectKey };

export const versionId = text({ label: 'Version ID', help: 'Empty for the current one.' });

export const snsTopicArn = text({
  label: 'Topic ARN',
  help: 'From “Create SNS topic”, such as arn:aws:sns:us-east-1:123456789012:uploads.',
  required: true,
});

export const uploadId = text({
  label: 'Upload ID',
  help: 'From “Create multipart upload”.',
  required: true,
});

export const acl = choice({
  label: 'Permissions',
  help: 'Who else may use the object; empty for what the bucket says.',
  choices: [
    'private',
    'public-read',
    'public-read-write',
    'authenticated-read',
    'aws-exec-read',
    'bucket-owner-read',
    'bucket-owner-full-control',
  ],
});

/** What is said of an object when it is written. */
export const writtenInputs = {
  acl,
  tagging: pairs({ label: 'Tags', help: 'Kept with the object, such as project with shop.' }),
};

export const expirationSeconds = text({
  label: 'Expires after',
  help: 'Seconds, at most 604800 (a week).',
  default: '3600',
});

const MAX_SECONDS = 604_800;

/** Throws `input` for what no signed address can last. */
export function readSeconds(written: string): number {
  const seconds = Number(written);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_SECONDS) return seconds;
  throw new FailureError({
    code: 'input',
    message: `“Expires after” needs whole seconds from 1 to ${MAX_SECONDS}, but got “${written}”.`,
  });
}

export interface Written {
  acl: string;
  tagging: readonly KeyValue[];
}

/** The headers that say it; none for what is empty. */
export function writtenHeaders(written: Written, contentType = ''): Record<string, string> {
  const tags = written.tagging.map(
    ({ key, value }) => `${encodeText(key)}=${encodeText(String(value ?? ''))}`,
  );
  const headers = { 'content-type': contentType, 'x-amz-acl': written.acl, 'x-amz-tagging': tags.join('&') };
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}
