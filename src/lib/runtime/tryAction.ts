/** Runs one action by itself, for somebody who wants to see what it does (ux.md, Connectors). Nothing of it is kept. */
import type { Files, Secrets } from '#lib/connectors/define.ts';
import { defaultLimits } from '#lib/engine/limits.ts';
import type { Journal, Ports } from '#lib/engine/ports.ts';
import { run } from '#lib/engine/run.ts';
import type { Entry, LogLine } from '#lib/model/execution.ts';
import { FailureError } from '#lib/model/failure.ts';
import type { Flow, Step } from '#lib/model/integration.ts';
import type { RunFacts } from '#lib/model/payload.ts';
import type { Trial, Tried } from '#lib/model/trial.ts';
import { maskPorts } from '#lib/runtime/maskPorts.ts';
import { Mask } from '#lib/vault/Mask.ts';

/** What the host gives: what any execution gets from it that does not belong to an integration. */
export type TrialPorts = Pick<
  Ports,
  'findStep' | 'fetch' | 'code' | 'calculate' | 'now' | 'wait' | 'random' | 'breathe'
>;

/** Never rejects: a failure is part of the answer. Secrets that were typed are covered in all of it. */
export async function tryAction(trial: Trial, host: TrialPorts, signal: AbortSignal): Promise<Tried> {
  const flow = flowOf(trial);
  const entries: Entry[] = [];
  const log: LogLine[] = [];
  const mask = new Mask();
  const ports: Ports = {
    ...host,
    facts: factsOf(flow, host.now()),
    flows: [flow],
    config: {},
    payload: {},
    start: { entries: [triggerEntry(flow, host.now())] },
    journal: journalOf(entries),
    state: {},
    limits: defaultLimits,
    secrets: secretsOf(trial, mask),
    files: noFiles,
    invoke: () => Promise.reject(noFlow()),
    report: () => undefined,
    log: (path, level, message) => void log.push({ at: host.now(), path, level, message }),
    signal,
  };
  const { status, result, failure } = mask.data(await run(flow, maskPorts(ports, mask)));
  const answer = status === 'succeeded' ? { output: result } : { failure };
  return { ...answer, log, durationMs: durationOf(entries) };
}

/** Only what the step itself took: the first one also loads its connector. */
function durationOf(entries: readonly Entry[]): number {
  const entry = entries.at(-1);
  return entry ? entry.endedAt - entry.startedAt : 0;
}

/** A flow needs a trigger; this one has run already. */
function flowOf({ name, action: { connector, key }, inputs }: Trial): Flow {
  const action = { connector, key, version: 'LATEST', isPublic: true };
  const step: Step = { name, description: '', action, inputs };
  return {
    name: 'Trial',
    description: '',
    trigger: { ...step, name: `${name} (start)`, inputs: {} },
    steps: [step],
  };
}

function triggerEntry({ trigger }: Flow, at: number): Entry {
  return { path: [trigger.name], status: 'succeeded', startedAt: at, endedAt: at, output: {} };
}

function factsOf({ name }: Flow, at: number): RunFacts {
  return {
    executionId: 'trial',
    integration: { id: 'trial', name },
    flow: { id: name, name },
    startedAt: new Date(at).toISOString(),
  };
}

function journalOf(entries: Entry[]): Journal {
  return {
    begin: () => undefined,
    add: (entry) => void entries.push(entry),
    flush: () => Promise.resolve(),
    load: () => Promise.reject(new Error('A trial stores nothing apart.')),
  };
}

/** Whoever types a connection for one call says with it where that call goes: it is opened for any address. */
function secretsOf({ connections }: Trial, mask: Mask): Secrets {
  for (const { fields, secret } of Object.values(connections))
    for (const key of secret) mask.hide(fields[key] ?? '');
  return {
    open: ({ key, configVarKey, fields }) => {
      const typed = Object.hasOwn(connections, configVarKey) ? connections[configVarKey]?.fields : undefined;
      return Promise.resolve({ key, fields: typed ?? (fields as Record<string, string>) });
    },
    hide: (text) => mask.hide(text),
  };
}

const noFiles: Files = {
  read: (name) =>
    Promise.reject(
      new FailureError({
        code: 'input',
        message: `There is no file “${name}” here.`,
        hint: 'Files travel with an integration: use the action in one that has this file.',
      }),
    ),
};

function noFlow(): FailureError {
  return new FailureError({
    code: 'unsupported',
    message: 'There is no other flow to start here.',
    hint: 'Use the action in an integration.',
  });
}
