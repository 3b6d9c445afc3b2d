import { connection, text } from '#lib/connectors/inputs.ts';

export const connectionInput = connection({
  label: 'Connection',
  help: 'Not needed for files that everybody may read.',
});

export const bucketName = text({ label: 'Bucket', required: true });

/** A file in a bucket. */
export const fileInputs = {
  connection: connectionInput,
  bucketName,
  fileName: text({ label: 'File name', required: true, help: 'With its folders, without a slash in front.' }),
};

/** A file, and where it shall be; within one bucket both buckets are the same. */
export const transferInputs = {
  connection: connectionInput,
  sourceBucketName: text({ label: 'Source bucket', required: true }),
  sourceFileName: text({ label: 'Source file name', required: true }),
  destinationBucketName: text({ label: 'Destination bucket', required: true }),
  destinationFileName: text({ label: 'Destination file name', required: true }),
};
