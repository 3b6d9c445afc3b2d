/** Every connector there is. Adding one: a folder and a line here. */
import { branch } from '#lib/connectors/branch/index.ts';
import { code } from '#lib/connectors/code/index.ts';
import { collectionTools } from '#lib/connectors/collection/index.ts';
import { crossFlow } from '#lib/connectors/crossflow/index.ts';
import { csv } from '#lib/connectors/csv/index.ts';
import { dateTime } from '#lib/connectors/datetime/index.ts';
import type { ConnectorDefinition } from '#lib/connectors/define.ts';
import { changeDataFormat } from '#lib/connectors/format/index.ts';
import { github } from '#lib/connectors/github/index.ts';
import { googleCloudStorage } from '#lib/connectors/googlestorage/index.ts';
import { graphql } from '#lib/connectors/graphql/index.ts';
import { hash } from '#lib/connectors/hash/index.ts';
import { htmlUtils } from '#lib/connectors/html/index.ts';
import { files } from '#lib/connectors/files/index.ts';
import { http } from '#lib/connectors/http/index.ts';
import { impossibleConnectors } from '#lib/connectors/impossible/index.ts';
import { jsonata } from '#lib/connectors/jsonata/index.ts';
import { liquidTemplate } from '#lib/connectors/liquid/index.ts';
import { log } from '#lib/connectors/log/index.ts';
import { loop } from '#lib/connectors/loop/index.ts';
import { managementTriggers } from '#lib/connectors/management/index.ts';
import { dataMapper } from '#lib/connectors/mapper/index.ts';
import { math } from '#lib/connectors/math/index.ts';
import { messagePack } from '#lib/connectors/messagepack/index.ts';
import { openai } from '#lib/connectors/openai/index.ts';
import { outbox } from '#lib/connectors/outbox/index.ts';
import { persistData } from '#lib/connectors/persist/index.ts';
import { resultPlaceholder } from '#lib/connectors/placeholder/index.ts';
import { prismatic } from '#lib/connectors/prismatic/index.ts';
import { processData } from '#lib/connectors/process/index.ts';
import { recursiveFlow } from '#lib/connectors/recursive/index.ts';
import { awsS3 } from '#lib/connectors/s3/index.ts';
import { scheduleTriggers } from '#lib/connectors/schedule/index.ts';
import { slack } from '#lib/connectors/slack/index.ts';
import { sleep } from '#lib/connectors/sleep/index.ts';
import { stop } from '#lib/connectors/stop/index.ts';
import { textManipulation } from '#lib/connectors/text/index.ts';
import { uuid } from '#lib/connectors/uuid/index.ts';
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
  textManipulation,
  math,
  dateTime,
  hash,
  uuid,
  liquidTemplate,
  jsonata,
  persistData,
  log,
  outbox,
  sleep,
  resultPlaceholder,
  awsS3,
  graphql,
  slack,
  openai,
  github,
  googleCloudStorage,
  ...impossibleConnectors,
  prismatic,
];
