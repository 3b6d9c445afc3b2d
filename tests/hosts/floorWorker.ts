/** What the same work costs in a worker without us, or without the journal; times are in milliseconds. */
import { expose } from 'comlink';
import Dexie, { type Table } from 'dexie';
import { run } from '#lib/engine/run.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { fetchPlain } from '#lib/runtime/fetchPlain.ts';
import { now } from '#lib/runtime/clock.ts';
import { portsOf } from '#lib/runtime/portsOf.ts';
import { createDatabase } from '#lib/storage/database.ts';
import { Mask } from '#lib/vault/Mask.ts';
import { Recorder } from '#lib/runtime/Recorder.ts';
import { integration } from '../support/flows.ts';
import { pureFlow, STEPS_A_TURN } from './benchFlows.ts';

export interface FloorApi {
  /** Entries such as a loop of pure steps writes, as pages of JSON text. */
  writePages: (turns: number) => Promise<number>;
  /** One request after another, each with a row that is written. */
  fetchAndPut: (count: number, url: string) => Promise<number>;
  /** The same loop without a journal. */
  runInMemory: (turns: number) => Promise<number>;
}

const PAGE_ENTRIES = 1000;

const api: FloorApi = {
  async writePages(turns) {
    return await withTable(async (table) => {
      for (let page = 0; page * PAGE_ENTRIES < turns * STEPS_A_TURN; page++)
        await table.put({ executionId: 'run', page, entries: JSON.stringify(pageOf(page)) });
    });
  },
  async fetchAndPut(count, url) {
    const { signal } = new AbortController();
    return await withTable(async (table) => {
      for (let page = 0; page < count; page++) {
        const { body } = await fetchPlain({ url, method: 'GET', headers: {} }, signal);
        await table.put({ executionId: 'run', page, entries: [entryOf(page, body.byteLength)] });
      }
    });
  },
  async runInMemory(turns) {
    const flow = pureFlow(turns);
    const row = { id: 'run', integrationId: 'i', flow: flow.name, startedAt: 0 };
    const start = { executionId: 'run', document: integration(flow), payload: emptyPayload, config: {} };
    const none = new Recorder(
      () => Promise.resolve(),
      () => [],
    );
    const journal = {
      begin: () => undefined,
      add: () => undefined,
      flush: () => Promise.resolve(),
      load: () => Promise.resolve(undefined),
    };
    const missing = () => Promise.reject(new Error('This run has no such port.'));
    const from = performance.now();
    const { failure } = await run(flow, {
      ...portsOf({ row: { ...row, kind: 'test', status: 'running' }, start }, flow, {
        database: createDatabase('relaxed'),
        recorder: none,
        mask: new Mask(),
      }),
      journal,
      start: { entries: [] },
      state: {},
      code: { call: missing },
      calculate: missing,
      invoke: missing,
      report: () => undefined,
      signal: new AbortController().signal,
    });
    if (failure) throw new Error(failure.message);
    return performance.now() - from;
  },
};

expose(api);

async function withTable(work: (table: Table) => Promise<void>): Promise<number> {
  const name = `floor-${crypto.randomUUID()}`;
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores({ pages: '[executionId+page]' });
  await database.open();
  const from = performance.now();
  await work(database.table('pages'));
  const ms = performance.now() - from;
  await database.delete();
  return ms;
}

function pageOf(page: number): object[] {
  return Array.from({ length: PAGE_ENTRIES }, (_, index) =>
    entryOf(page * PAGE_ENTRIES + index, page * PAGE_ENTRIES + index),
  );
}

function entryOf(number: number, output: number): object {
  const turn = Math.floor(number / STEPS_A_TURN);
  const path = ['Loop', turn, `Set ${(number % STEPS_A_TURN) + 1}`];
  return { path, status: 'succeeded', startedAt: now(), endedAt: now(), output: { value: output } };
}
