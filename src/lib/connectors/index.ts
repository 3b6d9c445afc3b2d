/** Every connector there is. Adding one: a folder and a line here. */
import { branch } from '#lib/connectors/branch/index.ts';
import { code } from '#lib/connectors/code/index.ts';
import { collectionTools } from '#lib/connectors/collection/index.ts';
import { crossFlow } from '#lib/connectors/crossflow/index.ts';
import { csv } from '#lib/connectors/csv/index.ts';
import type { ConnectorDefinition } from '#lib/connectors/define.ts';
import { changeDataFormat } from '#lib/connectors/format/index.ts';
import { htmlUtils } from '#lib/connectors/html/index.ts';
import { files } from '#lib/connectors/files/index.ts';
import { http } from '#lib/connectors/http/index.ts';
import { log } from '#lib/connectors/log/index.ts';
import { loop } from '#lib/connectors/loop/index.ts';
import { managementTriggers } from '#lib/connectors/management/index.ts';
import { dataMapper } from '#lib/connectors/mapper/index.ts';
import { messagePack } from '#lib/connectors/messagepack/index.ts';
import { outbox } from '#lib/connectors/outbox/index.ts';
import { persistData } from '#lib/connectors/persist/index.ts';
import { resultPlaceholder } from '#lib/connectors/placeholder/index.ts';
import { processData } from '#lib/connectors/process/index.ts';
import { recursiveFlow } from '#lib/connectors/recursive/index.ts';
import { awsS3 } from '#lib/connectors/s3/index.ts';
import { scheduleTriggers } from '#lib/connectors/schedule/index.ts';
import { sleep } from '#lib/connectors/sleep/index.ts';
import { stop } from '#lib/connectors/stop/index.ts';
import { webhookTriggers } from '#lib/connectors/webhook/index.ts';
import { zip } from '#lib/connectors/zip/index.ts';

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
  files,
  collectionTools,
  changeDataFormat,
  csv,
  zip,
  htmlUtils,
  dataMapper,
  processData,
  messagePack,
  persistData,
  log,
  outbox,
  sleep,
  resultPlaceholder,
  awsS3,
];
