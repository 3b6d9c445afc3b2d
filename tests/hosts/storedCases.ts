/** Runs conformance cases as the app runs flows: written down, run by the app's own worker, read back from the database. */
import { RuntimeClient } from '#lib/runtime/client.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import { addExecution, listCalled, loadExecution, readJournal, readOutput } from '#lib/storage/executions.ts';
import { loadState, stateRows } from '#lib/storage/state.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import type { Entry, LogLine } from '#lib/model/execution.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { Outcome } from '#lib/engine/ports.ts';
import { withRunLock } from '#lib/runtime/lock.ts';
import type { ExecutionRow } from '#lib/storage/rows.ts';
import type { ConformanceCase, Expected } from '../conformance/case.ts';
import { suites } from '../conformance/suites.ts';
import { comparable } from '../support/comparable.ts';
import type { CaseRun } from '../support/runCase.ts';
import type { Compared } from './Compared.ts';

export async function runStoredCases(): Promise<Compared[]> {
  const database = await openDatabase(createDatabase('strict'), () => undefined);
  const client = new RuntimeClient(database);
  const compared: Compared[] = [];
  for (const one of Object.values(suites).flat().filter(needsNothing)) {
    const run = await runStored(database, client, one);
    compared.push({ sentence: one.sentence, ...comparable(run, stored(one.expected)) });
  }
  return compared;
}

/** Neither set answers nor a clock that jumps. */
function needsNothing({ mocks, replies, expected }: ConformanceCase): boolean {
  return !mocks && !replies && !expected.requests && !expected.waits;
}

/** What is written down of a run; its answers are not. */
function stored({
  result: _result,
  response: _response,
  warnings: _warnings,
  ...expected
}: Expected): Expected {
  return expected;
}

async function runStored(database: Database, client: RuntimeClient, one: ConformanceCase): Promise<CaseRun> {
  const integrationId = crypto.randomUUID();
  const id = crypto.randomUUID();
  const { config = {}, flow, payload } = one;
  await database.state.bulkPut(stateRows(integrationId, flow, one.state ?? {}, 0));
  await addExecution(
    database,
    { id, integrationId, flow, kind: 'test', status: 'queued', startedAt: Date.now() },
    {
      document: declaring(one.integration, config),
      payload: { ...emptyPayload, ...payload },
      config,
      journal: one.start,
    },
  );
  await client.run(id, () => undefined);
  return await readRun(database, id);
}

/** Cases set config variables without declaring them. */
function declaring(document: Integration, config: Record<string, unknown>): Integration {
  const configVars = Object.keys(config).map((key) => ({
    key,
    dataType: 'string' as const,
    description: '',
  }));
  return { ...document, configVars };
}

async function readRun(database: Database, id: string): Promise<CaseRun> {
  const [first, ...called] = await rowsFrom(database, id);
  if (!first) throw new Error('A run is not stored.');
  const { entries } = await readJournal(database, id);
  const lines = await Promise.all([first, ...called].map((row) => linesOf(database, row.id)));
  return {
    outcome: outcomeOf(first),
    entries: await Promise.all(entries.map((entry) => whole(database, id, entry))),
    log: lines
      .flat()
      .toSorted((one, other) => one.at - other.at)
      .map(({ level, message }) => `${level} ${message}`),
    state: await loadState(database, first.integrationId, first.flow),
    invoked: called.toSorted((one, other) => one.startedAt - other.startedAt).map(({ flow }) => flow),
    waits: [],
    requests: [],
  };
}

/** An execution that has ended, and all that its steps started. */
async function rowsFrom(database: Database, id: string): Promise<ExecutionRow[]> {
  // Held until it has ended; nobody may have waited for it.
  await withRunLock(id, () => Promise.resolve());
  const { row } = (await loadExecution(database, id)) ?? {};
  const called = await listCalled(database, id);
  const below = await Promise.all(called.map((one) => rowsFrom(database, one.id)));
  return row ? [row, ...below.flat()] : [];
}

function outcomeOf({ status, failure }: ExecutionRow): Outcome {
  return { status: status === 'warning' ? 'succeeded' : (status as Outcome['status']), failure };
}

async function linesOf(database: Database, id: string): Promise<LogLine[]> {
  const pages = await database.logs.where('[executionId+page]').between([id, 0], [id, Infinity]).toArray();
  return pages.flatMap(({ lines }) => lines);
}

/** With its output, wherever that is stored. */
async function whole(database: Database, id: string, entry: Entry): Promise<Entry> {
  return entry.apart === undefined
    ? entry
    : { ...entry, output: await readOutput(database, id, entry.apart) };
}
