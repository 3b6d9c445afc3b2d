/** Every connector there is. Adding one: a folder and a line here. */
import { branch } from '#lib/connectors/branch/index.ts';
import { code } from '#lib/connectors/code/index.ts';
import { collectionTools } from '#lib/connectors/collection/index.ts';
import { crossFlow } from '#lib/connectors/crossflow/index.ts';
import type { ConnectorDefinition } from '#lib/connectors/define.ts';
import { http } from '#lib/connectors/http/index.ts';
import { log } from '#lib/connectors/log/index.ts';
import { loop } from '#lib/connectors/loop/index.ts';
import { managementTriggers } from '#lib/connectors/management/index.ts';
import { outbox } from '#lib/connectors/outbox/index.ts';
import { persistData } from '#lib/connectors/persist/index.ts';
import { resultPlaceholder } from '#lib/connectors/placeholder/index.ts';
import { recursiveFlow } from '#lib/connectors/recursive/index.ts';
import { scheduleTriggers } from '#lib/connectors/schedule/index.ts';
import { sleep } from '#lib/connectors/sleep/index.ts';
import { stop } from '#lib/connectors/stop/index.ts';
import { webhookTriggers } from '#lib/connectors/webhook/index.ts';

export const connectors: readonly ConnectorDefinition[] = [
  webhookTriggers,
  scheduleTriggers,
  managementTriggers,
  branch,
  loop,
  stop,
  crossFlow,
  recursiveFlow,
  code,
  http,
  collectionTools,
  persistData,
  log,
  outbox,
  sleep,
  resultPlaceholder,
];
