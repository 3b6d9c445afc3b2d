import { defineConnector } from '#lib/connectors/define.ts';
import { emptyUuid } from '#lib/connectors/uuid/emptyUuid.ts';
import { generateUuid } from '#lib/connectors/uuid/generateUuid.ts';

/** Identifiers (format.md 2.3). */
export const uuid = defineConnector({
  key: 'uuid',
  label: 'UUID',
  description: 'Make identifiers.',
  family: 'utility',
  icon: 'key-round',
  actions: { generateUuid, emptyUuid },
});
