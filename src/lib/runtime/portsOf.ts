/** What the engine gets from a worker of the browser, for one execution. */
import { configValues } from '#lib/model/configValues.ts';
import { defaultLimits } from '#lib/engine/limits.ts';
import { triggerPayload } from '#lib/engine/payload.ts';
import type { Ports } from '#lib/engine/ports.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { RunFacts } from '#lib/model/payload.ts';
import { webhookUrls } from '#lib/model/webhookUrls.ts';
import { attachedFiles } from '#lib/runtime/attachedFiles.ts';
import { nextTask, now, wait } from '#lib/runtime/clock.ts';
import { ConnectionSecrets } from '#lib/runtime/ConnectionSecrets.ts';
import { fetchExplained } from '#lib/runtime/fetchExplained.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { withPractice } from '#lib/runtime/practice.ts';
import type { Recorder } from '#lib/runtime/Recorder.ts';
import type { Database } from '#lib/storage/database.ts';
import type { ExecutionRow, StartRow } from '#lib/storage/rows.ts';
import { openConnection } from '#lib/vault/connections.ts';
import type { Mask } from '#lib/vault/Mask.ts';

export interface Execution {
  row: ExecutionRow;
  start: StartRow;
}

/** What an execution finds in this browser, and where what it writes goes. */
export interface Surroundings {
  database: Database;
  recorder: Recorder;
  /** Covers what must not be written. */
  mask: Mask;
}

/** All but what only the runtime itself can give. */
export function portsOf(
  execution: Execution,
  flow: Flow,
  { database, recorder, mask }: Surroundings,
): Omit<Ports, 'start' | 'state' | 'code' | 'calculate' | 'invoke' | 'report' | 'signal'> {
  const { row, start } = execution;
  const facts = factsOf(execution, flow);
  const { configVars } = start.document;
  const secrets = new ConnectionSecrets(
    configVars,
    (configVar) => openConnection(database, row.integrationId, configVar),
    mask,
  );
  return {
    findStep,
    facts,
    flows: start.document.flows,
    config: configValues(configVars, start.config),
    payload: triggerPayload(start.payload, facts),
    journal: recorder,
    limits: defaultLimits,
    secrets,
    files: attachedFiles(database, row.integrationId),
    fetch: withPractice(secrets.guard(fetchExplained)),
    log: (path, level, message) => recorder.log({ at: now(), path, level, message }),
    now,
    wait,
    random: Math.random,
    breathe: async () => {
      await recorder.catchUp();
      await nextTask();
    },
  };
}

function factsOf({ row, start }: Execution, flow: Flow): RunFacts {
  const { flows, name } = start.document;
  return {
    executionId: row.id,
    integration: { id: row.integrationId, name },
    flow: { id: flow.name, name: flow.name },
    startedAt: new Date(row.startedAt).toISOString(),
    webhookUrls: webhookUrls(flows, row.integrationId),
    depth: start.depth ?? 0,
    chain: start.chain ?? 0,
  };
}
