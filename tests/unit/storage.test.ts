import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '#lib/model/execution.ts';
import type { Integration } from '#lib/model/integration.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { Recorder } from '#lib/runtime/Recorder.ts';
import { createDatabase, DatabaseError, openDatabase, type Database } from '#lib/storage/database.ts';
import { addExecution, addPages, listExecutions, readJournal, readLog } from '#lib/storage/executions.ts';
import { addIntegration, listIntegrations } from '#lib/storage/integrations.ts';
import { listPayloads } from '#lib/storage/payloads.ts';
import { rawCopy } from '#lib/storage/rawCopy.ts';
import { flow } from '../support/build.ts';

const open: Database[] = [];
let number = 0;

async function database(): Promise<Database> {
  const made = await openDatabase(createDatabase(`test-${number++}`), () => undefined);
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
    const { id } = await addIntegration(db, document, [{ flow: 'Flow', name: 'Saved', payload: emptyPayload }]);
    expect((await db.drafts.get(id))?.document).toEqual(document);
    expect(await listPayloads(db, id, 'Flow')).toHaveLength(1);
  });

  it('gives a taken name a number, in the row and in the document', async () => {
    const db = await database();
    await addIntegration(db, document, [], 1);
    const second = await addIntegration(db, document, [], 2);
    expect((await listIntegrations(db)).map(({ name }) => name)).toEqual(['Orders 2', 'Orders']);
    expect((await db.drafts.get(second.id))?.document.name).toBe('Orders 2');
  });

  it('leaves nothing behind when a part of it fails', async () => {
    const db = await database();
    const twice = { flow: 'Flow', name: 'Same', payload: emptyPayload };
    await expect(addIntegration(db, document, [twice, twice])).rejects.toThrow();
    expect([await db.integrations.count(), await db.drafts.count(), await db.payloads.count()]).toEqual([0, 0, 0]);
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
    expect((await listExecutions(db, 'one', 10)).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

function entry(index: number): Entry {
  return { path: ['Loop', index, 'Step'], status: 'succeeded', startedAt: index, endedAt: index, output: index };
}

describe('the recorder', () => {
  it('writes nothing for pure steps until it must, then in pages', async () => {
    const pages: number[] = [];
    const recorder = new Recorder((_page, entries) => Promise.resolve(void pages.push(entries.length)));
    for (let index = 0; index < 2500; index++) recorder.add(entry(index));
    await recorder.flush();
    await recorder.flush();
    expect(pages).toEqual([1000, 1000, 500]);
  });

  it('keeps the order of entries and lines over pages', async () => {
    const db = await database();
    const recorder = new Recorder((...page) => addPages(db, 'run', ...page));
    for (let index = 0; index < 1500; index++) {
      recorder.add(entry(index));
      recorder.log({ at: index, level: 'info', message: `line ${index}`, path: [] });
    }
    await recorder.flush();
    expect((await readJournal(db, 'run')).map(({ output }) => output)).toEqual([...Array(1500).keys()]);
    expect((await readLog(db, 'run')).at(-1)?.message).toBe('line 1499');
  });

  it('finds what an earlier attempt left', () => {
    const recorder = new Recorder(() => Promise.resolve(), [entry(3)]);
    expect(recorder.find(['Loop', 3, 'Step'])?.output).toBe(3);
    expect(recorder.find(['Loop', 4, 'Step'])).toBeUndefined();
  });

  it('fails every flush after a page could not be written', async () => {
    const recorder = new Recorder(() => Promise.reject(new Error('disk full')));
    recorder.add(entry(1));
    await expect(recorder.flush()).rejects.toThrow('disk full');
    recorder.add(entry(2));
    await expect(recorder.flush()).rejects.toThrow('disk full');
  });
});

describe('the open guard', () => {
  it('refuses data of a newer version and leaves it as it is', async () => {
    const newer = new Dexie('newer');
    newer.version(2).stores({ integrations: 'id', later: 'id' });
    await newer.open();
    await newer.table('later').add({ id: 1 });
    newer.close();
    const error: unknown = await openDatabase(createDatabase('newer'), () => undefined).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ problem: 'newer' });
    const copy = JSON.parse(await rawCopy('newer')) as { version: number; tables: object };
    expect(copy.version).toBe(20);
    expect(Object.keys(copy.tables)).toEqual(['integrations', 'later']);
  });

  it('closes for another tab’s upgrade, says so, and does not open again by itself', async () => {
    const problems: string[] = [];
    const old = createDatabase('upgraded');
    await openDatabase(old, ({ problem }) => problems.push(problem));
    const next = new Dexie('upgraded');
    next.version(2).stores({ integrations: 'id, name' });
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
    await addPages(db, 'run', 0, [{ ...entry(1), output: new Uint8Array([1, 2]) }], []);
    const copy = JSON.parse(await rawCopy(db.name)) as { tables: Record<string, unknown[]> };
    expect(copy.tables.drafts).toHaveLength(1);
    expect(JSON.stringify(copy.tables.journal)).toContain('{"bytes":[1,2]}');
  });
});
