import { defineConnector } from '#lib/connectors/define.ts';
import { deleteBucket } from '#lib/connectors/s3/buckets/deleteBucket.ts';
import { getBucketLocation } from '#lib/connectors/s3/buckets/getBucketLocation.ts';
import { headBucket } from '#lib/connectors/s3/buckets/headBucket.ts';
import { listBuckets } from '#lib/connectors/s3/buckets/listBuckets.ts';
import { apiKeySecret, awsAssumeRole } from '#lib/connectors/s3/connections.ts';
import { bucketEventTriggerConfiguration } from '#lib/connectors/s3/notices/bucketEventTriggerConfiguration.ts';
import { createTopic } from '#lib/connectors/s3/notices/createTopic.ts';
import { getCurrentAccount } from '#lib/connectors/s3/notices/getCurrentAccount.ts';
import { snsS3NotificationWebhook } from '#lib/connectors/s3/notices/snsS3NotificationWebhook.ts';
import { subscribeToTopic } from '#lib/connectors/s3/notices/subscribeToTopic.ts';
import { unsubscribeFromTopic } from '#lib/connectors/s3/notices/unsubscribeFromTopic.ts';
import { updateTopicPolicy } from '#lib/connectors/s3/notices/updateTopicPolicy.ts';
import { copyObject } from '#lib/connectors/s3/objects/copyObject.ts';
import { deleteObject } from '#lib/connectors/s3/objects/deleteObject.ts';
import { deleteObjects } from '#lib/connectors/s3/objects/deleteObjects.ts';
import { generatePresignedUrl } from '#lib/connectors/s3/objects/generatePresignedUrl.ts';
import { getObject } from '#lib/connectors/s3/objects/getObject.ts';
import { headObject } from '#lib/connectors/s3/objects/headObject.ts';
import { listObjects } from '#lib/connectors/s3/objects/listObjects.ts';
import { putObject } from '#lib/connectors/s3/objects/putObject.ts';
import { putObjectWithPresignedUrl } from '#lib/connectors/s3/objects/putObjectWithPresignedUrl.ts';
import { abortMultipartUpload } from '#lib/connectors/s3/parts/abortMultipartUpload.ts';
import { completeMultipartUpload } from '#lib/connectors/s3/parts/completeMultipartUpload.ts';
import { createMultipartUpload } from '#lib/connectors/s3/parts/createMultipartUpload.ts';
import { generatePresignedForMultiparUploads } from '#lib/connectors/s3/parts/generatePresignedForMultiparUploads.ts';
import { listMultipartUploads } from '#lib/connectors/s3/parts/listMultipartUploads.ts';
import { listParts } from '#lib/connectors/s3/parts/listParts.ts';
import { uploadPart } from '#lib/connectors/s3/parts/uploadPart.ts';

/** Buckets and objects of Amazon S3 and of stores that speak like it (format.md 2.4). */
export const awsS3 = defineConnector({
  key: 'aws-s3',
  label: 'Amazon S3',
  description: 'Keep files in buckets.',
  family: 'files',
  icon: 'cloud-upload',
  needs: 'network',
  connections: { apiKeySecret, awsAssumeRole },
  actions: {
    snsS3NotificationWebhook,
    listObjects,
    getObject,
    putObject,
    putObjectWithPresignedUrl,
    deleteObject,
    deleteObjects,
    copyObject,
    headObject,
    generatePresignedUrl,
    listBuckets,
    getBucketLocation,
    headBucket,
    deleteBucket,
    createMultipartUpload,
    uploadPart,
    listParts,
    completeMultipartUpload,
    abortMultipartUpload,
    listMultipartUploads,
    generatePresignedForMultiparUploads,
    createTopic,
    subscribeToTopic,
    unsubscribeFromTopic,
    updateTopicPolicy,
    bucketEventTriggerConfiguration,
    getCurrentAccount,
  },
});
