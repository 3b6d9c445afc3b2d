import type { ConnectorDefinition } from '#lib/connectors/define.ts';
import { sqlDatabases } from '#lib/connectors/impossible/databases.ts';
import { ftp, sftp } from '#lib/connectors/impossible/fileServers.ts';
import { imap } from '#lib/connectors/impossible/imap.ts';
import { ldap } from '#lib/connectors/impossible/ldap.ts';
import { mongo } from '#lib/connectors/impossible/mongo.ts';
import { amqp, kafka, mqtt } from '#lib/connectors/impossible/queues.ts';
import { redis } from '#lib/connectors/impossible/redis.ts';
import { smtp } from '#lib/connectors/impossible/smtp.ts';

/** Connectors that no browser can run: files with them load, show and save, and a pinned output stands for their steps. */
export const impossibleConnectors: readonly ConnectorDefinition[] = [
  sftp,
  ftp,
  smtp,
  imap,
  ldap,
  kafka,
  amqp,
  mqtt,
  redis,
  ...sqlDatabases,
  mongo,
];
