/** Every connector there is. Adding one: a folder and a line here. */
import { branch } from '#lib/connectors/branch/index.ts';
import { collectionTools } from '#lib/connectors/collection/index.ts';
import type { ConnectorDefinition } from '#lib/connectors/define.ts';
import { log } from '#lib/connectors/log/index.ts';
import { loop } from '#lib/connectors/loop/index.ts';
import { outbox } from '#lib/connectors/outbox/index.ts';
import { webhookTriggers } from '#lib/connectors/webhook/index.ts';

export const connectors: readonly ConnectorDefinition[] = [
  webhookTriggers,
  branch,
  loop,
  collectionTools,
  log,
  outbox,
];
