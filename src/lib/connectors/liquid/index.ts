import { defineConnector } from '#lib/connectors/define.ts';
import { transform } from '#lib/connectors/liquid/transform.ts';

/** Templates in Liquid (format.md 2.3). */
export const liquidTemplate = defineConnector({
  key: 'liquid-template',
  label: 'Liquid template',
  description: 'Make text from data by a template.',
  family: 'data',
  icon: 'file-text',
  actions: { transform },
});
