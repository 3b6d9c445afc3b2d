import { defineConnector } from '#lib/connectors/define.ts';
import { rawRequest } from '#lib/connectors/prismatic/rawRequest.ts';
import { secretField } from '#lib/connectors/service/fields.ts';

/** The cloud system whose format the files have (format.md 2.4). */
export const prismatic = defineConnector({
  key: 'prismatic',
  label: 'Prismatic',
  description: 'Ask the cloud system whose format the files have.',
  family: 'network',
  icon: 'cloud',
  needs: 'relay',
  connections: { apiKey: { label: 'API key', fields: { apiKey: secretField('API key') } } },
  actions: { rawRequest },
});
