/** Runs of a part of a flow, with what an earlier run left in the database. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { RunPart } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { pathKey } from '#lib/model/path.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { markHung } from '#lib/runtime/hang.ts';
import { Runtime } from '#lib/runtime/Runtime.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import { addExecution, addPages, findEntry, loadExecution, readJournal } from '#lib/storage/executions.ts';
import { flow, loop, step, value } from '../../support/build.ts';
import { copy, give, integration, onValue, post } from '../../support/flows.ts';
import { standInLocks } from '../../support/standInLocks.ts';

standInLocks();

let number = 0;
const open = async () => await openDatabase(createDatabase('relaxed', `parts-${number++}`), () => undefined);

async function run(
  db: Database,
  of: Flow,
  part?: RunPart,
): Promise<{ id: string; status: string; ran: string[] }> {
  const id = `run-${number++}`;
  const row = { id, integrationId: 'i', flow: of.name, kind: 'test' as const, startedAt: 1 };
  const start = { document: integration(of), payload: emptyPayload, config: {}, ...(part && { part }) };
  await addExecution(db, { ...row, status: 'queued' }, start);
  const { status } = await new Runtime(db).run(id, () => undefined);
  const { entries } = await readJournal(db, id);
  return { id, status, ran: entries.map(({ path }) => pathKey(path)) };
}

/** As if its tab had died when it had just begun. */
async function cutOff(db: Database, id: string): Promise<void> {
  await db.journal.where({ executionId: id }).delete();
  await db.executions.update(id, { status: 'interrupted' });
}

const three = flow(give('A', 1), copy('B', 'a.results'), copy('C', 'b.results'));

describe('a run', () => {
  it('to a step ends with it', async () => {
    expect(await run(await open(), three, { how: 'to', path: ['B'] })).toMatchObject({
      status: 'succeeded',
      ran: ['Trigger', 'A', 'B'],
    });
  });

  it('of one step uses what an earlier run produced before it', async () => {
    const db = await open();
    const { id: earlier } = await run(
      db,
      flow(give('A', 'old'), copy('B', 'a.results'), copy('C', 'b.results')),
    );
    const { id, ran } = await run(db, three, { how: 'only', path: ['B'], earlier });
    expect(ran).toContain('B');
    expect(ran).not.toContain('C');
    expect((await findEntry(db, id, ['B'], -1))?.output).toBe('old');
  });

  it('from a step goes on to the end', async () => {
    const db = await open();
    const { id: earlier } = await run(db, flow(give('A', 'old'), give('B', 'old'), give('C', 'old')));
    const { id, ran } = await run(db, three, { how: 'from', path: ['B'], earlier });
    expect(ran.filter((path) => path !== 'Trigger')).toEqual(['B', 'C']);
    expect((await findEntry(db, id, ['C'], -1))?.output).toBe('old');
  });

  it('takes large outputs over, so that the earlier one may be deleted', async () => {
    const db = await open();
    const large = flow(give('A', 'x'.repeat(100_000)), copy('B', 'a.results.length'));
    const { id: earlier } = await run(db, large);
    const part: RunPart = { how: 'only', path: ['B'], earlier };
    const { id } = await run(db, large, part);
    expect((await findEntry(db, id, ['B'], -1))?.output).toBe(100_000);
    expect((await db.outputs.toArray()).map(({ executionId }) => executionId).sort()).toEqual(
      [earlier, id].sort(),
    );
  });

  it('of one step inside a loop runs its first turn', async () => {
    const db = await open();
    const looped = flow(
      loop('L', value(['x', 'y']), copy('In', 'l.currentItem')),
      copy('After', 'l.results'),
    );
    const { id: earlier } = await run(db, looped);
    const { ran } = await run(db, looped, { how: 'only', path: ['L', 'In'], earlier });
    expect(ran).toContain('L/[0]/In');
    expect(ran).not.toContain('L/[1]/In');
    expect(ran).not.toContain('After');
  });

  it('of a part goes on after a crash with what it began with', async () => {
    const db = await open();
    const { id: earlier } = await run(db, three);
    const { id } = await run(db, three, { how: 'only', path: ['B'], earlier });
    await db.journal.clear();
    await db.executions.clear();
    const row = { id, integrationId: 'i', flow: 'Flow', kind: 'test' as const, startedAt: 1 };
    await db.executions.add({ ...row, flow: three.name, status: 'interrupted' });
    await new Runtime(db).run(id, () => undefined);
    const { entries } = await readJournal(db, id);
    expect(entries.map(({ path }) => pathKey(path))).toContain('B');
    expect(entries.map(({ path }) => pathKey(path))).not.toContain('C');
  });

  it.each([
    ['a small output', 'old'],
    ['a large output', 'old '.repeat(50_000)],
  ])('of a part goes on with %s that it began with, though the earlier one is gone', async (_what, old) => {
    const db = await open();
    const { id: earlier } = await run(db, flow(give('A', old), give('B', 1), give('C', 1)));
    const { id } = await run(db, three, { how: 'from', path: ['B'], earlier });
    await cutOff(db, id);
    for (const table of [db.journal, db.outputs]) await table.where({ executionId: earlier }).delete();
    await db.starts.delete(earlier);
    expect(await new Runtime(db).run(id, () => undefined)).toEqual({ status: 'succeeded' });
    expect((await findEntry(db, id, ['C'], -1))?.output).toBe(old);
    expect((await readJournal(db, id)).entries.map(({ path }) => pathKey(path))).not.toContain('A');
  });

  it('of a part goes on with what it began with, though the earlier one has changed', async () => {
    const db = await open();
    const { id: earlier } = await run(db, flow(give('A', 'old'), give('B', 1), give('C', 1)));
    const { id } = await run(db, three, { how: 'only', path: ['B'], earlier });
    await cutOff(db, id);
    await db.journal.where({ executionId: earlier }).modify((page) => {
      page.entries = page.entries.map((known) => ({ ...known, output: 'new' }));
    });
    await new Runtime(db).run(id, () => undefined);
    expect((await findEntry(db, id, ['B'], -1))?.output).toBe('old');
  });

  it('of a part takes over no failure', async () => {
    const db = await open();
    const failing = flow(onValue('If', value('yes'), [['Yes', 'yes', [step('In', 'acme/gone')]]]));
    const { id: earlier, status } = await run(db, failing);
    expect(status).toBe('failed');
    const mended = flow(onValue('If', value('yes'), [['Yes', 'yes', [give('In', 1)]]]));
    const { id } = await run(db, mended, { how: 'from', path: ['If', 'In'], earlier });
    const begun = (await loadExecution(db, id))?.start.journal?.entries ?? [];
    expect(begun.filter(({ path }) => path[0] === 'If')).toEqual([
      { path: ['If'], status: 'succeeded', startedAt: 0, endedAt: 0, output: 'Yes', branch: 'Yes' },
    ]);
  });

  it('of a part asks about a step that was cut off, whenever it failed in the earlier one', async () => {
    const db = await open();
    const sending = flow(post('Send', value('https://a.example'), value(1)), give('B', 1));
    const { id: earlier } = await run(db, flow(step('Send', 'acme/gone'), give('B', 1)));
    // Clocks are set back at times.
    await db.journal.toCollection().modify((page) => {
      page.entries = page.entries.map((known) => ({ ...known, endedAt: 9e15 }));
    });
    const id = `run-${number++}`;
    const row = { id, integrationId: 'i', flow: sending.name, kind: 'test' as const, startedAt: 1 };
    const start = { document: integration(sending), payload: emptyPayload, config: {} };
    const part: RunPart = { how: 'from', path: ['B'], earlier };
    await addExecution(db, { ...row, status: 'interrupted' }, { ...start, part });
    const marks = [{ path: ['Send'], at: 1_000, attempt: 1 }];
    await addPages(db, id, 0, { entries: [], marks, lines: [], places: [] });
    expect(await new Runtime(db).run(id, () => undefined)).toMatchObject({
      status: 'interrupted',
      failure: { step: 'Send' },
    });
  });

  it('of a part stays one when its thread hung before it began', async () => {
    const db = await open();
    const id = `run-${number++}`;
    const row = { id, integrationId: 'i', flow: three.name, kind: 'test' as const, startedAt: 1 };
    const start = { document: integration(three), payload: emptyPayload, config: {} };
    await addExecution(db, { ...row, status: 'queued' }, { ...start, part: { how: 'to', path: ['A'] } });
    await markHung(db, id, true);
    await new Runtime(db).run(id, () => undefined);
    const { entries } = await readJournal(db, id);
    expect(entries.map(({ path }) => pathKey(path))).toEqual(['Trigger', 'A']);
  });
});
