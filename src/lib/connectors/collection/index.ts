import { createObject } from '#lib/connectors/collection/createObject.ts';
import { defineConnector } from '#lib/connectors/define.ts';

/** Lists and objects (format.md 2.3). */
export const collectionTools = defineConnector({
  key: 'collection-tools',
  label: 'Collection tools',
  description: 'Make and change lists and objects.',
  family: 'data',
  icon: 'braces',
  actions: { createObject },
});
