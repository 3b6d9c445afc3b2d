import { connection, text } from '#lib/connectors/inputs.ts';

export const connectionInput = connection({
  label: 'Connection',
  help: 'Not needed for files that everybody may read.',
});

export const bucketName = text({ label: 'Bucket', help: 'Its name, such as acme-orders.', required: true });

/** A file in a bucket. */
export const fileInputs = {
  connection: connectionInput,
  bucketName,
  fileName: text({ label: 'File name', required: true, help: 'With its folders, without a slash in front.' }),
};

/** A file, and where it shall be; within one bucket both buckets are the same. */
export const transferInputs = {
  connection: connectionInput,
  sourceBucketName: text({
    label: 'Source bucket',
    help: 'The name of the bucket that holds the file now.',
    required: true,
  }),
  sourceFileName: text({
    label: 'Source file name',
    help: 'With its folders, such as orders/1.xml.',
    required: true,
  }),
  destinationBucketName: text({
    label: 'Destination bucket',
    help: 'The name of the bucket that gets the file; it may be the same.',
    required: true,
  }),
  destinationFileName: text({
    label: 'Destination file name',
    help: 'With its folders, such as processed/1.xml; a file of this name is replaced.',
    required: true,
  }),
};
