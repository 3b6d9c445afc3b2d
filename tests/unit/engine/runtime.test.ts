/** The engine with its ports over storage, as it runs in a worker; locks are the browser's and stand aside here. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '#lib/model/execution.ts';
import type { Flow, Input } from '#lib/model/integration.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { Runtime } from '#lib/runtime/Runtime.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import {
  addExecution,
  addPages,
  findEntry,
  listCalled,
  readJournal,
  updateStart,
} from '#lib/storage/executions.ts';
import type { StartRow } from '#lib/storage/rows.ts';
import { loadState } from '#lib/storage/state.ts';
import { saveConnection } from '#lib/vault/connections.ts';
import { flow, reference, step, value } from '../../support/build.ts';
import {
  answering,
  copy,
  fail,
  get,
  give,
  ignoring,
  integration,
  invoke,
  named,
  persist,
  post,
  say,
  startedBy,
  times,
} from '../../support/flows.ts';
import { plainCode } from '../../support/plainCode.ts';
import { standInLocks } from '../../support/standInLocks.ts';

standInLocks();
afterEach(() => vi.restoreAllMocks());

let number = 0;

/** Writes an execution of the first flow down and runs it. */
async function start(flows: Flow[], { database, ...more }: Partial<StartRow> & { database?: Database } = {}) {
  const db =
    database ?? (await openDatabase(createDatabase('relaxed', `runtime-${number++}`), () => undefined));
  const id = `run-${number++}`;
  const document = integration(...flows);
  const row = {
    id,
    integrationId: 'i',
    flow: flows[0]?.name ?? '',
    kind: 'test' as const,
    status: 'queued' as const,
    startedAt: 1,
  };
  await addExecution(db, row, { document, payload: emptyPayload, config: {}, ...more });
  const runtime = new Runtime(db, { openCode: () => ({ ...plainCode, close: () => undefined }) });
  const run = async () => await runtime.run(id, () => undefined);
  return { db, id, run, row: async () => await db.executions.get(id) };
}

const outputOf = async (db: Database, id: string, ...place: string[]) =>
  (await findEntry(db, id, place, -1))?.output;
const onCall = step('Called', 'cross-flow/crossFlow');

describe('an execution', () => {
  it('ends with a row that says how, and a journal', async () => {
    const { db, id, run, row } = await start([flow(give('A', 5))]);
    expect(await run()).toEqual({ status: 'succeeded' });
    expect(await row()).toMatchObject({ status: 'succeeded' });
    expect(await outputOf(db, id, 'A')).toBe(5);
  });

  describe('with a connection', () => {
    const secret = 'SECRET-VAULT-KEY';
    const acme = { connector: 'http', key: 'apiKey', version: 'LATEST', isPublic: true };
    const ask = get('Ask', value('https://echo.example/'), {
      connection: { type: 'configVar', value: 'Acme' },
    });
    const called: Flow = { ...flow(ask), name: 'Called', trigger: onCall, isSynchronous: true };
    const call = (data: Input = value('')) =>
      step('Invoke', 'cross-flow/invokeFlow', { flowName: value('Called'), data });

    /** Runs flows against a service that hands back what it is sent; gives everything that was written or told. */
    async function written(status: number, ...flows: Flow[]): Promise<string> {
      const echo = vi
        .spyOn(globalThis, 'fetch')
        .mockImplementation((_url, init) =>
          Promise.resolve(new Response(JSON.stringify(init?.headers), { status })),
        );
      const db = await openDatabase(createDatabase('relaxed', `runtime-${number++}`), () => undefined);
      const about = { owner: 'i', configVar: 'Acme', kind: 'http/apiKey', origins: ['https://echo.example'] };
      await saveConnection(db, { ...about, fields: { apiKey: secret } });
      const configVars = [{ key: 'Acme', dataType: 'connection', description: '', connection: acme }];
      const { id } = await start(flows, { database: db, document: { ...integration(...flows), configVars } });
      const told: unknown[] = [];
      const ended = await new Runtime(db).run(id, (places) => told.push(...places));
      expect(JSON.stringify(echo.mock.calls)).toContain(secret);
      echo.mockRestore();
      const rows = await Promise.all(db.tables.map((table) => table.toArray()));
      return JSON.stringify([rows, told, ended]);
    }

    it('covers what a flow that it called got of it, in its own results, log and state', async () => {
      const keep = step('Keep', 'persist-data/saveInstanceValue', {
        keyInput: value('kept'),
        valueInput: reference('invoke.results'),
      });
      const text = await written(200, flow(call(), keep, say('Say', '{{$invoke.results}}')), called);
      expect(text).toContain('••••');
      expect(text).not.toContain(secret);
    });

    it('covers it in what it hands to another flow', async () => {
      const text = await written(200, flow(ask, call(reference('ask.results'))), called);
      expect(text).not.toContain(secret);
    });

    it('covers it in a failure, also where that is only told', async () => {
      const text = await written(500, flow(ask));
      expect(text).toContain('status 500');
      expect(text).not.toContain(secret);
    });
  });

  it('whose step failed and was ignored ends with a warning', async () => {
    const { run, row } = await start([flow(ignoring(fail()))]);
    expect(await run()).toEqual({ status: 'warning' });
    expect(await row()).toMatchObject({ status: 'warning' });
  });

  it('that was cut off goes on from its journal when it is run again', async () => {
    const { db, id, run } = await start([flow(step('A', 'acme/gone'), copy('B', 'a.results'))]);
    const known: Entry = { path: ['A'], status: 'succeeded', startedAt: 0, endedAt: 0, output: 'kept' };
    await addPages(db, id, 0, { entries: [known], lines: [], places: [] });
    expect(await run()).toEqual({ status: 'succeeded' });
    expect(await outputOf(db, id, 'B')).toBe('kept');
    expect((await readJournal(db, id)).pages).toBe(2);
  });

  it('with a step in doubt is interrupted, and goes on once that is decided', async () => {
    const { db, id, run } = await start([flow(get('Send', value('https://a.example')), give('B', 1))]);
    await addPages(db, id, 0, {
      entries: [],
      marks: [{ path: ['Send'], at: 0, attempt: 1 }],
      lines: [],
      places: [],
    });
    expect(await run()).toMatchObject({ status: 'interrupted', failure: { step: 'Send' } });
    await updateStart(db, id, { decisions: [{ path: ['Send'], what: 'done', output: 1 }] });
    expect(await run()).toEqual({ status: 'succeeded' });
  });

  it('finds a large output of its own journal when it goes on', async () => {
    const first = flow(give('Large', 'x'.repeat(100_000)), step('Gone', 'acme/gone'));
    const { db, id, run } = await start([first]);
    await run();
    expect((await db.outputs.toArray()).map(({ value: stored }) => String(stored).length)).toEqual([100_000]);
    await db.starts.update(id, {
      document: integration(flow(step('Large', 'acme/gone'), copy('Gone', 'large.results'))),
    });
    await db.executions.update(id, { status: 'queued' });
    expect(await run()).toEqual({ status: 'succeeded' });
    expect(await outputOf(db, id, 'Gone')).toBe('x'.repeat(100_000));
  });

  it('that has failed is not run again by whoever waited for it', async () => {
    const { db, id, run } = await start([flow(step('Gone', 'acme/gone'))]);
    const ended = await run();
    await db.starts.update(id, { document: integration(flow(give('Gone', 1))) });
    expect(await run()).toEqual(ended);
  });

  it('sends what it asks for without cookies, and fails by status', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('no', { status: 404 }));
    const { run } = await start([flow(get('Ask', value('https://a.example/x')))]);
    expect(await run()).toMatchObject({ status: 'failed', failure: { code: 'remote', step: 'Ask' } });
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'GET', credentials: 'omit' });
  });
});

describe('persisted values', () => {
  it('are read at the start of the next execution', async () => {
    const count = flow(persist('Count', 'incrementCrossFlowValue', 'n'));
    const first = await start([count]);
    await first.run();
    const second = await start([count], { database: first.db });
    await second.run();
    expect(await outputOf(first.db, second.id, 'Count')).toBe(2);
  });

  it('are not saved again by an execution that had ended', async () => {
    const add = flow(persist('Add', 'appendCrossFlowValueToList', 'list', value(1)));
    const { db, run } = await start([add]);
    await run();
    await run();
    expect(await loadState(db, 'i', 'Flow')).toEqual({ crossFlow: { list: [1] } });
  });
});

describe('a flow that calls another', () => {
  it('waits for its result, and both are linked', async () => {
    const other = answering(named('Other', startedBy(onCall, copy('Echo', 'called.results.body.data'))));
    const { db, id, run } = await start([flow(invoke('Call', 'Other', value({ a: 1 }))), other]);
    expect(await run()).toEqual({ status: 'succeeded' });
    expect(await outputOf(db, id, 'Call')).toEqual({ a: 1 });
    expect(await listCalled(db, id)).toMatchObject([{ flow: 'Other', status: 'succeeded', calledBy: id }]);
  });

  it('starts it once, however often it is resumed', async () => {
    const other = answering(named('Other', startedBy(onCall, give('G', 1))));
    const { db, id, run } = await start([flow(invoke('Call', 'Other')), other]);
    await run();
    // As if the tab had died before the end of the call was written.
    await db.journal.where('[executionId+page]').equals([id, 1]).delete();
    await db.journal.toCollection().modify((page) => {
      if (page.executionId === id) page.entries = page.entries.filter(({ path }) => path[0] !== 'Call');
    });
    expect(await run()).toEqual({ status: 'succeeded' });
    expect(await listCalled(db, id)).toHaveLength(1);
  });

  it('is interrupted with it, while a step of that is in doubt', async () => {
    const other = answering(named('Other', startedBy(onCall, get('Send', value('https://a.example')))));
    const { db, id, run } = await start([flow(invoke('Call', 'Other')), other]);
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('1'));
    await run();
    const [called] = await listCalled(db, id);
    // As if the tab had died while the request was under way.
    await db.journal.toCollection().modify((page) => {
      page.entries = page.entries.filter(({ path }) => path[0] !== 'Call' && path[0] !== 'Send');
    });
    expect(await run()).toMatchObject({ status: 'interrupted', failure: { step: 'Call' } });
    await updateStart(db, called?.id ?? '', { decisions: [{ path: ['Send'], what: 'done', output: 2 }] });
    expect(await run()).toEqual({ status: 'succeeded' });
    expect(await outputOf(db, id, 'Call')).toBe(2);
  });

  it('through its webhook never reaches the network', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const hook = answering(named('My hook', flow(copy('Echo', 'trigger.results.body.data.n'))));
    const call = post('Post', reference('trigger.results.webhookUrls.My hook'), value({ n: 3 }));
    const { db, id, run } = await start([flow(call), hook]);
    await run();
    expect(await outputOf(db, id, 'Post')).toBe(3);
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is stopped with the flow it waits for', async () => {
    const long = answering(
      named('Long', startedBy(onCall, times('N', 1000, step('Sleep', 'sleep/sleep', { ms: value('500') })))),
    );
    const db = await openDatabase(createDatabase('relaxed', `runtime-${number++}`), () => undefined);
    const { id } = await start([flow(invoke('Call', 'Long')), long], { database: db });
    const runtime = new Runtime(db);
    const ended = runtime.run(id, () => undefined);
    await vi.waitFor(async () => expect((await listCalled(db, id))[0]?.status).toBe('running'));
    runtime.cancel(id);
    expect((await ended).status).toBe('cancelled');
    expect((await listCalled(db, id))[0]?.status).toBe('cancelled');
  });
});
