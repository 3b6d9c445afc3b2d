import { defineConnector } from '#lib/connectors/define.ts';
import { httpGet } from '#lib/connectors/http/httpGet.ts';
import { httpPost } from '#lib/connectors/http/httpPost.ts';

/** Requests to any web service (format.md 2.2). */
export const http = defineConnector({
  key: 'http',
  label: 'HTTP',
  description: 'Talk to any web service.',
  family: 'network',
  icon: 'globe',
  actions: { httpGet, httpPost },
});
