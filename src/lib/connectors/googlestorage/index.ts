import { defineConnector } from '#lib/connectors/define.ts';
import { deleteFile, downloadFile, saveFile } from '#lib/connectors/googlestorage/files.ts';
import { listFiles, listFilesV2 } from '#lib/connectors/googlestorage/listFiles.ts';
import { copyFile, moveFile } from '#lib/connectors/googlestorage/transfers.ts';
import { field, oauthFields, secretField } from '#lib/connectors/service/fields.ts';

const projectId = field('Project ID', { required: false });

/** Files in buckets of Google's cloud (format.md 2.4). */
export const googleCloudStorage = defineConnector({
  key: 'google-cloud-storage',
  label: 'Google Cloud Storage',
  description: 'Read, write and move files in buckets.',
  family: 'files',
  icon: 'cloud',
  needs: 'network',
  connections: {
    privateKey: {
      label: 'Key of a service account',
      help: 'All three are in the key file that Google gives you.',
      fields: {
        clientEmail: field('Client email'),
        privateKey: secretField('Private key', { help: 'With its first and last line.' }),
        projectId,
      },
    },
    googleOAuth: {
      label: 'OAuth 2.0',
      fields: {
        ...oauthFields({
          authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent',
          tokenUrl: 'https://oauth2.googleapis.com/token',
          scopes: 'https://www.googleapis.com/auth/devstorage.read_write',
        }),
        projectId,
      },
    },
  },
  actions: { listFilesV2, listFiles, downloadFile, saveFile, copyFile, moveFile, deleteFile },
});
