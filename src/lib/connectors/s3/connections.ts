/** Who asks: the kinds of connection of Amazon's services (format.md 1.8, connection inputs seen). */
import type { ConnectionDefinition } from '#lib/connectors/define.ts';
import { corsHelp } from '#lib/connectors/s3/corsRule.ts';

// No secret: it stands in every address that is signed, and says who signed it.
const accessKeyId = { label: 'Access key ID', secret: false, required: true };
const secretAccessKey = { label: 'Secret access key', secret: true, required: true };

const endpoint = {
  label: 'Endpoint',
  help: 'The address of a store that speaks S3, such as https://s3.example.com; empty for Amazon. Only in Sluice.',
  secret: false,
  required: false,
};

export const apiKeySecret: ConnectionDefinition = {
  label: 'Access key and secret',
  help: corsHelp,
  fields: {
    accessKeyId,
    secretAccessKey,
    sessionToken: {
      label: 'Session token',
      help: 'Only of keys that are valid for a while. Only in Sluice.',
      secret: true,
      required: false,
    },
    endpoint,
  },
};

export const awsAssumeRole: ConnectionDefinition = {
  label: 'Role',
  help: corsHelp,
  fields: {
    roleARN: {
      label: 'Role ARN',
      help: 'Such as arn:aws:iam::123456789012:role/uploads.',
      secret: false,
      required: true,
    },
    accessKeyId,
    secretAccessKey,
    externalId: { label: 'External ID', help: 'If the role asks for one.', secret: true, required: false },
    endpoint,
  },
};
