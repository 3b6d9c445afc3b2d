import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '#lib/model/execution.ts';
import type { Integration } from '#lib/model/integration.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { Recorder } from '#lib/runtime/Recorder.ts';
import { Summary } from '#lib/model/Summary.ts';
import { createDatabase, DatabaseError, openDatabase, type Database } from '#lib/storage/database.ts';
import {
  addExecution,
  addPages,
  endExecution,
  findEntry,
  listExecutions,
  readJournal,
  readLog,
  readOutput,
} from '#lib/storage/executions.ts';
import { addIntegration, listIntegrations } from '#lib/storage/integrations.ts';
import { listAttachments, readAttachment, saveAttachment } from '#lib/storage/attachments.ts';
import { listPayloads } from '#lib/storage/payloads.ts';
import { rawCopy } from '#lib/storage/rawCopy.ts';
import { loadState, stateRows } from '#lib/storage/state.ts';
import { flow } from '../support/build.ts';

const open: Database[] = [];
let number = 0;

async function database(): Promise<Database> {
  const made = await openDatabase(createDatabase('strict', `test-${number++}`), () => undefined);
  open.push(made);
  return made;
}

afterEach(() => open.splice(0).forEach((one) => one.close()));

const document: Integration = {
  name: 'Orders',
  description: '',
  category: '',
  documentation: '',
  labels: [],
  configVars: [],
  configPages: [],
  flows: [flow()],
};

describe('adding an integration', () => {
  it('stores row, draft and payloads together', async () => {
    const db = await database();
    const { id } = await addIntegration(db, document, {
      payloads: [{ flow: 'Flow', name: 'Saved', payload: emptyPayload }],
    });
    expect((await db.drafts.get(id))?.document).toEqual(document);
    expect(await listPayloads(db, id, 'Flow')).toHaveLength(1);
  });

  it('gives a taken name a number, in the row and in the document', async () => {
    const db = await database();
    await addIntegration(db, document, {}, 1);
    const second = await addIntegration(db, document, {}, 2);
    expect((await listIntegrations(db)).map(({ name }) => name)).toEqual(['Orders 2', 'Orders']);
    expect((await db.drafts.get(second.id))?.document.name).toBe('Orders 2');
  });

  it('leaves nothing behind when a part of it fails', async () => {
    const db = await database();
    const twice = { flow: 'Flow', name: 'Same', payload: emptyPayload };
    await expect(addIntegration(db, document, { payloads: [twice, twice] })).rejects.toThrow();
    expect([await db.integrations.count(), await db.drafts.count(), await db.payloads.count()]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('executions', () => {
  it('are listed newest first, of one integration only', async () => {
    const db = await database();
    const add = (id: string, integrationId: string, startedAt: number) =>
      addExecution(
        db,
        { id, integrationId, flow: 'Flow', kind: 'test', status: 'queued', startedAt },
        { document, payload: emptyPayload, config: {} },
      );
    await add('a', 'one', 1);
    await add('b', 'one', 2);
    await add('c', 'two', 3);
    expect((await listExecutions(db, 'one', 'Flow', 10)).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

function entry(index: number): Entry {
  return {
    path: ['Loop', index, 'Step'],
    status: 'succeeded',
    startedAt: index,
    endedAt: index,
    output: index,
  };
}

const none = () => [];

describe('the recorder', () => {
  it('writes nothing for pure steps until it must, then in pages', async () => {
    const pages: number[] = [];
    const recorder = new Recorder(
      (_page, { entries }) => Promise.resolve(void pages.push(entries.length)),
      none,
    );
    for (let index = 0; index < 9000; index++) recorder.add(entry(index));
    await recorder.flush();
    await recorder.flush();
    expect(pages).toEqual([4000, 4000, 1000]);
  });

  it('writes a page early when its outputs are large', async () => {
    const pages: number[] = [];
    const recorder = new Recorder(
      (_page, { entries }) => Promise.resolve(void pages.push(entries.length)),
      none,
    );
    for (let index = 0; index < 100; index++) recorder.add({ ...entry(index), output: 'x'.repeat(60_000) });
    await recorder.flush();
    expect(pages).toEqual([70, 30]);
  });

  it('makes a run wait that is faster than the disk, until that has nearly caught up', async () => {
    const writes: (() => void)[] = [];
    const recorder = new Recorder(() => new Promise((resolve) => writes.push(resolve)), none);
    const fill = (pages: number) => {
      for (let index = 0; index < pages * 4000; index++) recorder.add(entry(index));
    };
    fill(4);
    await recorder.catchUp();
    fill(2);
    let caughtUp = false;
    const waiting = recorder.catchUp().then(() => (caughtUp = true));
    writes[0]?.();
    await new Promise(setImmediate);
    expect(caughtUp).toBe(false);
    writes[1]?.();
    await waiting;
  });

  it('has flushed when every page is written, in whatever order', async () => {
    const writes: (() => void)[] = [];
    const recorder = new Recorder(() => new Promise((resolve) => writes.push(resolve)), none);
    for (let index = 0; index < 8000; index++) recorder.add(entry(index));
    let flushed = false;
    const flushing = recorder.flush().then(() => (flushed = true));
    writes[1]?.();
    await new Promise(setImmediate);
    expect(flushed).toBe(false);
    writes[0]?.();
    await flushing;
  });

  it('keeps the order of entries and lines over pages', async () => {
    const db = await database();
    const recorder = new Recorder((page, content) => addPages(db, 'run', page, content), none);
    for (let index = 0; index < 4500; index++) {
      recorder.add(entry(index));
      recorder.log({ at: index, level: 'info', message: `line ${index}`, path: ['Loop', index, 'Step'] });
    }
    await recorder.flush();
    for (const index of [0, 1999, 2000, 4499])
      expect((await findEntry(db, 'run', ['Loop', 'Step'], index))?.output).toBe(index);
    expect((await findEntry(db, 'run', ['Loop', 'Step'], -1))?.output).toBe(4499);
    expect((await findEntry(db, 'run', ['Loop', 'Step'], -4500))?.output).toBe(0);
    for (const index of [4500, -4501])
      expect(await findEntry(db, 'run', ['Loop', 'Step'], index)).toBeUndefined();
    expect(await findEntry(db, 'other', ['Loop', 'Step'], 0)).toBeUndefined();
    const lines = await readLog(db, 'run', ['Loop', 'Step']);
    expect(lines.map(({ message }) => message)).toEqual(
      Array.from({ length: 4500 }, (_, index) => `line ${index}`),
    );
  });

  it('goes on after the pages of an earlier attempt, and hands out what that stored apart', async () => {
    const pages: number[] = [];
    const load = (key: string) => Promise.resolve(`stored ${key}`);
    const write = (page: number) => Promise.resolve(void pages.push(page));
    const recorder = new Recorder(write, none, { pages: 7, load });
    recorder.add(entry(1));
    await recorder.flush();
    expect(pages).toEqual([7]);
    expect(await recorder.load('3.0')).toBe('stored 3.0');
  });

  it('stores an output over 64 KB apart, once, however many steps hand it on', async () => {
    const db = await database();
    const recorder = new Recorder((page, content) => addPages(db, 'run', page, content), none);
    const large = { text: 'x'.repeat(100_000) };
    for (const index of [0, 1, 2]) recorder.add({ ...entry(index), output: large });
    await recorder.flush();
    recorder.add({ ...entry(3), output: large });
    await recorder.flush();
    expect(await db.outputs.count()).toBe(1);
    const { entries, pages } = await readJournal(db, 'run');
    expect(JSON.stringify(entries).length).toBeLessThan(1_000);
    expect(pages).toBe(2);
    expect(await readOutput(db, 'run', entries[3]?.apart ?? '')).toEqual(large);
    expect((await findEntry(db, 'run', ['Loop', 'Step'], 3))?.output).toEqual(large);
  });

  it('keeps marks of steps that were started with the journal', async () => {
    const db = await database();
    const recorder = new Recorder((page, content) => addPages(db, 'run', page, content), none);
    recorder.begin({ path: ['Send'], at: 5, attempt: 1 });
    await recorder.flush();
    expect((await readJournal(db, 'run')).marks).toEqual([{ path: ['Send'], at: 5, attempt: 1 }]);
  });

  it('writes what waits after a moment, also when nobody flushes', async () => {
    let written = 0;
    const recorder = new Recorder(
      (_page, { entries }) => Promise.resolve(void (written += entries.length)),
      none,
    );
    recorder.add(entry(1));
    await vi.waitFor(() => expect(written).toBe(1));
  });

  it('fails every flush after a page could not be written', async () => {
    const recorder = new Recorder(() => Promise.reject(new Error('disk full')), none);
    recorder.add(entry(1));
    await expect(recorder.flush()).rejects.toThrow('disk full');
    recorder.add(entry(2));
    await expect(recorder.flush()).rejects.toThrow('disk full');
  });
});

describe('the summary of a run', () => {
  function loopOf(turns: number): Summary {
    const summary = new Summary();
    for (let turn = 0; turn < turns; turn++) {
      const path = ['Loop', turn, 'Step'];
      summary.add({ kind: 'started', path, at: turn * 10 });
      summary.add({
        kind: 'ended',
        entry: { path, status: 'succeeded', startedAt: turn * 10, endedAt: turn * 10 + 4 },
      });
    }
    return summary;
  }

  it('is one place however often a step ran, with the time it took in all', () => {
    const [place, ...others] = loopOf(3).all();
    expect(others).toEqual([]);
    expect(place).toMatchObject({
      place: ['Loop', 'Step'],
      runs: 3,
      ms: 12,
      startedAt: 0,
      endedAt: 24,
      status: 'succeeded',
    });
    expect(place?.spans).toHaveLength(3);
  });

  it('stays small for a long loop', () => {
    expect(JSON.stringify(loopOf(100_000).all()).length).toBeLessThan(10_000);
  });

  it('is failed once one of them failed, with the first failure', () => {
    const summary = loopOf(1);
    const fail = (turn: number, message: string) => {
      const path = ['Loop', turn, 'Step'];
      const failure = { code: 'input' as const, message, retry: false };
      summary.add({ kind: 'started', path, at: 50 });
      summary.add({ kind: 'ended', entry: { path, status: 'failed', startedAt: 50, endedAt: 51, failure } });
    };
    fail(1, 'first');
    fail(2, 'second');
    expect(summary.all()[0]).toMatchObject({ status: 'failed', runs: 3, failure: { message: 'first' } });
  });

  it('tells each change once', () => {
    const summary = loopOf(2);
    expect(summary.takeChanged()).toHaveLength(1);
    expect(summary.takeChanged()).toEqual([]);
    summary.add({ kind: 'started', path: ['Loop', 2, 'Step'], at: 99 });
    const [changed] = summary.takeChanged();
    expect(changed).toMatchObject({ status: 'running', runs: 3 });
    expect(changed?.endedAt).toBeUndefined();
  });

  it('keeps a lane’s name and a list’s length, not documents', () => {
    const result = (output: unknown) => {
      const summary = new Summary();
      summary.add({ kind: 'started', path: ['A'], at: 0 });
      summary.add({
        kind: 'ended',
        entry: { path: ['A'], status: 'succeeded', startedAt: 0, endedAt: 1, output },
      });
      return summary.all()[0]?.result;
    };
    expect(result('Large order')).toBe('Large order');
    expect(result([1, 2, 3])).toBe(3);
    expect(result('x'.repeat(1000))).toBeUndefined();
    expect(result({ a: 1 })).toBeUndefined();
  });
});

describe('persisted values', () => {
  it('are found by the flows they belong to, and written with the end of their execution', async () => {
    const db = await database();
    const changed = { crossFlow: { a: 1 }, instance: { b: 2 } };
    await endExecution(db, 'run', { status: 'succeeded' }, stateRows('i', 'One', changed, 5));
    expect(await loadState(db, 'i', 'One')).toEqual(changed);
    expect(await loadState(db, 'i', 'Two')).toEqual({ crossFlow: { a: 1 } });
    expect(await loadState(db, 'other', 'One')).toEqual({});
  });

  it('of the last to finish count', async () => {
    const db = await database();
    await endExecution(db, 'a', {}, stateRows('i', 'One', { crossFlow: { a: 1 } }, 5));
    await endExecution(db, 'b', {}, stateRows('i', 'Two', { crossFlow: { b: 2 } }, 6));
    expect(await loadState(db, 'i', 'One')).toEqual({ crossFlow: { b: 2 } });
  });
});

describe('a database of version 1', () => {
  it('keeps its executions and their journals, and gets the new tables', async () => {
    const old = new Dexie('version-1');
    old.version(1).stores({
      integrations: 'id, name, updatedAt',
      drafts: 'integrationId',
      payloads: '[integrationId+flow+name], integrationId',
      executions: 'id, [integrationId+startedAt], [integrationId+flow+startedAt], status, startedAt',
      starts: 'executionId',
      journal: '[executionId+page]',
      logs: '[executionId+page]',
      summaries: 'executionId',
    });
    await old.open();
    await old
      .table('executions')
      .add({ id: 'run', integrationId: 'i', flow: 'F', status: 'succeeded', startedAt: 1 });
    await old.table('journal').add({ executionId: 'run', page: 0, entries: [entry(1)] });
    old.close();
    const db = await openDatabase(createDatabase('strict', 'version-1'), () => undefined);
    open.push(db);
    expect((await listExecutions(db, 'i', 'F', 10)).map(({ id }) => id)).toEqual(['run']);
    expect(await readJournal(db, 'run')).toEqual({ entries: [entry(1)], marks: [], pages: 1 });
    expect([await db.outputs.count(), await db.state.count()]).toEqual([0, 0]);
  });
});

describe('a database of version 2', () => {
  it('keeps its state, and gets a vault and attachments', async () => {
    const old = new Dexie('version-2');
    old.version(2).stores({ integrations: 'id, name, updatedAt', state: '[owner+scope+flow]' });
    await old.open();
    await old
      .table('state')
      .add({ owner: 'i', scope: 'crossFlow', flow: '', values: { a: 1 }, updatedAt: 1 });
    old.close();
    const db = await openDatabase(createDatabase('strict', 'version-2'), () => undefined);
    open.push(db);
    expect(await loadState(db, 'i', 'One')).toEqual({ crossFlow: { a: 1 } });
    await saveAttachment(db, 'i', { name: 'a.txt', contentType: 'text/plain', data: new ArrayBuffer(3) });
    expect((await listAttachments(db, 'i')).map(({ name, size }) => [name, size])).toEqual([['a.txt', 3]]);
    expect([await db.keys.count(), await db.secrets.count()]).toEqual([0, 0]);
  });
});

describe('an attachment', () => {
  const bytes = Uint8Array.from({ length: 9_000_000 }, (_, index) => index % 251);

  it('comes back as it was, whatever its size', async () => {
    const db = await database();
    await saveAttachment(db, 'i', { name: 'large.bin', contentType: 'x/y', data: bytes.buffer });
    await saveAttachment(db, 'i', { name: 'empty.txt', contentType: 'text/plain', data: new ArrayBuffer(0) });
    const large = await readAttachment(db, 'i', 'large.bin');
    expect(large?.contentType).toBe('x/y');
    expect(Buffer.from(large?.data ?? new ArrayBuffer(0)).equals(bytes)).toBe(true);
    expect((await readAttachment(db, 'i', 'empty.txt'))?.data.byteLength).toBe(0);
    expect(await readAttachment(db, 'other', 'large.bin')).toBeUndefined();
  });

  it('written again replaces all of the old one', async () => {
    const db = await database();
    await saveAttachment(db, 'i', { name: 'a', contentType: '', data: bytes.buffer });
    await saveAttachment(db, 'i', { name: 'a', contentType: '', data: new Uint8Array([7]).buffer });
    expect(await readAttachment(db, 'i', 'a')).toMatchObject({ data: new Uint8Array([7]).buffer });
    expect(await db.chunks.count()).toBe(1);
  });
});

describe('the open guard', () => {
  it('refuses data of a newer version and leaves it as it is', async () => {
    const newer = new Dexie('newer');
    newer.version(4).stores({ integrations: 'id', later: 'id' });
    await newer.open();
    await newer.table('later').add({ id: 1 });
    newer.close();
    const error: unknown = await openDatabase(createDatabase('strict', 'newer'), () => undefined).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ problem: 'newer' });
    const copy = JSON.parse(await rawCopy('newer')) as { version: number; tables: object };
    expect(copy.version).toBe(40);
    expect(Object.keys(copy.tables)).toEqual(['integrations', 'later']);
  });

  it('closes for another tab’s upgrade, says so, and does not open again by itself', async () => {
    const problems: string[] = [];
    const old = createDatabase('strict', 'upgraded');
    await openDatabase(old, ({ problem }) => problems.push(problem));
    const next = new Dexie('upgraded');
    next.version(4).stores({ integrations: 'id, name' });
    await next.open();
    expect(problems).toEqual(['updated']);
    await expect(old.integrations.count()).rejects.toThrow();
    next.close();
  });
});

describe('a raw copy', () => {
  it('holds every row, also bytes', async () => {
    const db = await database();
    await addIntegration(db, document);
    const entries = [{ ...entry(1), output: new Uint8Array([1, 2]) }];
    await addPages(db, 'run', 0, { entries, lines: [], places: [] });
    const copy = JSON.parse(await rawCopy(db.name)) as { tables: Record<string, unknown[]> };
    expect(copy.tables.drafts).toHaveLength(1);
    expect(JSON.stringify(copy.tables.journal)).toContain('{"bytes":[1,2]}');
  });
});
