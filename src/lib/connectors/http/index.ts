import { defineConnector } from '#lib/connectors/define.ts';
import { httpConnections } from '#lib/connectors/http/connections.ts';
import { httpPostFormData } from '#lib/connectors/http/httpPostFormData.ts';
import { httpDelete, httpGet, httpPatch, httpPost, httpPut } from '#lib/connectors/http/methods.ts';

/** Requests to any web service (format.md 2.2). */
export const http = defineConnector({
  key: 'http',
  label: 'HTTP',
  description: 'Talk to any web service.',
  family: 'network',
  icon: 'globe',
  needs: 'network',
  connections: httpConnections,
  actions: { httpGet, httpPost, httpPut, httpPatch, httpDelete, httpPostFormData },
});
