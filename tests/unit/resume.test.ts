/** Runs that were cut off: what is in doubt, what is decided, and that they go on once. */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { doubtSentence } from '#lib/builder/doubtSentence.ts';
import type { Decision, Entry, ExecutionStatus, JournalStart, Mark } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { withRunLock } from '#lib/runtime/lock.ts';
import { Runtime } from '#lib/runtime/Runtime.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { findDoubts, hasDoubts } from '#lib/state/doubts.ts';
import { resumeRun } from '#lib/state/resumeRun.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import { addExecution, addPages, findEntry, loadExecution, updateStart } from '#lib/storage/executions.ts';
import { flow, loop, step, value } from '../support/build.ts';
import {
  answering,
  copy,
  give,
  handling,
  integration,
  invoke,
  named,
  post,
  retrying,
  startedBy,
} from '../support/flows.ts';

type LockWork = (lock: object) => Promise<unknown>;

/** One holder of a name at a time, as the browser does it. */
function createLocks() {
  const tails = new Map<string, Promise<unknown>>();
  const request = async (name: string, work: LockWork) => {
    const done = (tails.get(name) ?? Promise.resolve()).then(() => work({}));
    tails.set(
      name,
      done.catch(() => undefined),
    );
    return await done;
  };
  return { request };
}

beforeAll(() => void vi.stubGlobal('navigator', { locks: createLocks() }));
afterAll(() => vi.unstubAllGlobals());
afterEach(() => vi.restoreAllMocks());

const open: Database[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

let number = 0;

async function openOne(): Promise<Database> {
  const opened = await openDatabase(createDatabase('relaxed', `resume-${number++}`), () => undefined);
  open.push(opened);
  return opened;
}

interface CutOff {
  flows: Flow[];
  /** Paths of steps that had started. */
  started?: readonly StepPath[];
  ended?: readonly Entry[];
  journal?: JournalStart;
  status?: ExecutionStatus;
  /** Its id; 1 without one. */
  id?: string;
  calledBy?: string;
  database?: Database;
}

/** An execution of the first flow whose tab died. */
async function cutOff({
  flows,
  started = [],
  ended = [],
  journal,
  status = 'interrupted',
  id = '1',
  ...more
}: CutOff) {
  const database = more.database ?? (await openOne());
  const row = { id, integrationId: 'i', flow: flows[0]?.name ?? '', kind: 'test' as const, status };
  const { calledBy } = more;
  await addExecution(
    database,
    { ...row, startedAt: 1, ...(calledBy && { calledBy }) },
    { document: integration(...flows), payload: emptyPayload, config: {}, ...(journal && { journal }) },
  );
  const marks = started.map((path): Mark => ({ path, at: 0, attempt: 1 }));
  await addPages(database, id, 0, { entries: ended, marks, lines: [] });
  return database;
}

/** As one tab has it. */
function tab(database: Database): App {
  return { database, runtime: new Runtime(database), runs: new Map() } as unknown as App;
}

/** Counts what is sent; every answer is a number more than the last. */
function countSent() {
  let sent = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response(`${++sent}`)));
  return () => sent;
}

const send = (name: string) => post(name, value('https://a.example'), value('x'));
const entry = (path: StepPath, more: Partial<Entry> = {}): Entry => ({
  path,
  status: 'succeeded',
  startedAt: 0,
  endedAt: 0,
  output: 'sent',
  ...more,
});

async function pathsInDoubt(execution: CutOff): Promise<StepPath[]> {
  const { steps } = await findDoubts(await cutOff(execution), '1');
  return steps.map(({ path }) => path);
}

/** Resumes execution 1 to its end. */
async function resume(database: Database, ...decisions: Decision[]) {
  await (
    await resumeRun(tab(database), '1', decisions)
  ).ended;
  return (await loadExecution(database, '1'))?.row;
}

async function decisionsOf(database: Database): Promise<readonly Decision[] | undefined> {
  return (await loadExecution(database, '1'))?.start.journal?.decisions;
}

describe('in doubt', () => {
  const flows = [flow(send('Send'))];

  it('is a step that had started and has no end', async () => {
    expect(await pathsInDoubt({ flows, started: [['Send']] })).toEqual([['Send']]);
  });

  it('is no step that has ended, well or not', async () => {
    const started = [['Send']];
    const failed = { status: 'failed' as const };
    expect(await pathsInDoubt({ flows, started, ended: [entry(['Send'])] })).toEqual([]);
    expect(await pathsInDoubt({ flows, started, ended: [entry(['Send'], failed)] })).toEqual([]);
  });

  it('is one turn of a loop, not the turns before it', async () => {
    const inLoop = [flow(loop('Each', value([1, 2]), send('Send')))];
    const started = [
      ['Each', 0, 'Send'],
      ['Each', 1, 'Send'],
    ];
    const ended = [entry(['Each', 0, 'Send'])];
    expect(await pathsInDoubt({ flows: inLoop, started, ended })).toEqual([['Each', 1, 'Send']]);
  });

  it('is no step whose error handling says that it runs again', async () => {
    const started = [['Send']];
    expect(await pathsInDoubt({ flows: [flow(retrying(send('Send'), 1, 0))], started })).toEqual([]);
    const never = handling(send('Send'), { errorHandlerType: 'retry', maxAttempts: 0 });
    expect(await pathsInDoubt({ flows: [flow(never)], started })).toEqual([['Send']]);
  });

  it('is no call of a flow: the host starts it once', async () => {
    const called = named('Other', startedBy(step('Called', 'cross-flow/crossFlow')));
    expect(
      await pathsInDoubt({ flows: [flow(invoke('Call', 'Other')), called], started: [['Call']] }),
    ).toEqual([]);
  });

  it('is no step that hung its thread: it fails', async () => {
    expect(await pathsInDoubt({ flows, started: [['Send']], journal: { entries: [], hung: true } })).toEqual(
      [],
    );
  });

  it('is a step again whose last decision was to run it again, but not one that was skipped', async () => {
    const decided = (what: Decision['what']): CutOff => ({
      flows,
      started: [['Send']],
      journal: { entries: [], decisions: [{ path: ['Send'], what }] },
    });
    expect(await pathsInDoubt(decided('runAgain'))).toEqual([['Send']]);
    expect(await pathsInDoubt(decided('skip'))).toEqual([]);
  });

  it('is no step that the flow does not have', async () => {
    expect(await pathsInDoubt({ flows, started: [['__proto__'], ['Gone']] })).toEqual([]);
  });

  it('is nothing in an execution that is not stored', async () => {
    expect(hasDoubts(await findDoubts(await openOne(), 'nowhere'))).toBe(false);
  });

  it('is a step of the flow that is waited for, and the decision belongs there', async () => {
    const other = named('Other', startedBy(step('Called', 'cross-flow/crossFlow'), send('Send')));
    const database = await cutOff({ flows: [flow(invoke('Call', 'Other')), other], started: [['Call']] });
    await cutOff({ database, id: '2', calledBy: '1', flows: [other], started: [['Send']] });
    await cutOff({ database, id: '3', calledBy: '1', flows: [other] });
    const { steps, called } = await findDoubts(database, '1');
    expect(steps).toEqual([]);
    expect(called.map(({ id }) => id)).toEqual(['2']);
  });

  it('is said with the iterations it is in, innermost first', () => {
    expect(doubtSentence(['Send'])).toBe(
      '“Send” had started when the run was cut off, so it may have taken place.',
    );
    expect(doubtSentence(['Each', 1, 'Which', 'Inner', 0, 'Send'])).toMatch(
      /^“Send” in iteration 1 of “Inner” in iteration 2 of “Each” had started /,
    );
  });
});

describe('a run that is resumed', () => {
  it('does not do again what had ended', async () => {
    const sent = countSent();
    const database = await cutOff({
      flows: [flow(send('One'), send('Two'))],
      started: [['One']],
      ended: [entry(['One'])],
    });
    expect(await resume(database)).toMatchObject({ status: 'succeeded' });
    expect(sent()).toBe(1);
  });

  it('stops before a step in doubt about which nothing was decided', async () => {
    const sent = countSent();
    const database = await cutOff({ flows: [flow(send('Send'))], started: [['Send']] });
    expect(await resume(database)).toMatchObject({ status: 'interrupted', failure: { step: 'Send' } });
    expect(sent()).toBe(0);
  });

  it.each([
    ['runAgain', 1, 1],
    ['skip', 0, null],
    ['done', 0, { id: 7 }],
  ] as const)('goes on as was decided: %s', async (what, requests, output) => {
    const sent = countSent();
    const database = await cutOff({
      flows: [flow(send('Send'), copy('After', 'send.results'), give('Last', 1))],
      started: [['Send']],
    });
    const row = await resume(database, { path: ['Send'], what, ...(what === 'done' && { output }) });
    expect(row).toMatchObject({ status: 'succeeded' });
    expect(row).not.toHaveProperty('failure');
    expect(sent()).toBe(requests);
    expect((await findEntry(database, '1', ['After'], -1))?.output).toEqual(output);
  });

  it('keeps what was decided before, except that a step be run again', async () => {
    const decisions: Decision[] = [
      { path: ['A'], what: 'skip' },
      { path: ['B'], what: 'runAgain' },
    ];
    const database = await cutOff({
      flows: [flow(send('C'))],
      started: [['C']],
      journal: { entries: [], decisions },
    });
    await resume(database, { path: ['C'], what: 'skip' });
    expect(await decisionsOf(database)).toEqual([decisions[0], { path: ['C'], what: 'skip' }]);
  });

  it('asks again about a step that was run again and cut off once more, also in a flow it waits for', async () => {
    const sent = countSent();
    const other = answering(named('Other', startedBy(step('Called', 'cross-flow/crossFlow'), send('Send'))));
    const flows = [flow(invoke('Call', 'Other')), other];
    const database = await cutOff({ flows });
    await resume(database);
    const [called] = await database.executions.where('calledBy').equals('1').toArray();
    // As if the tab had died in the request, which somebody had asked to be run again.
    await database.journal.toCollection().modify((page) => {
      page.entries = page.entries.filter(({ path }) => path[0] !== 'Send' && path[0] !== 'Call');
    });
    await updateStart(database, called?.id ?? '', { decisions: [{ path: ['Send'], what: 'runAgain' }] });
    await database.executions.toCollection().modify({ status: 'interrupted' });
    expect(await resume(database)).toMatchObject({ status: 'interrupted' });
    expect(sent()).toBe(1);
  });

  it('is run by one of two tabs that try at once, and its effects take place once', async () => {
    const sent = countSent();
    const database = await cutOff({ flows: [flow(send('Send'))], started: [['Send']] });
    const decision: Decision = { path: ['Send'], what: 'runAgain' };
    const started = await Promise.all([1, 2].map(() => resumeRun(tab(database), '1', [decision])));
    await Promise.all(started.map(({ ended }) => ended));
    expect(sent()).toBe(1);
  });

  it.each(['running', 'succeeded', 'failed'] as const)('is left alone when it is %s', async (status) => {
    const database = await cutOff({ flows: [flow(send('Send'))], started: [['Send']], status });
    const app = tab(database);
    await (
      await resumeRun(app, '1', [{ path: ['Send'], what: 'skip' }])
    ).ended;
    expect(await database.executions.get('1')).toMatchObject({ status });
    expect(await decisionsOf(database)).toBeUndefined();
    expect(app.runs.has('1')).toBe(false);
  });

  it('is queued, without how it ended before, while another holds its lock', async () => {
    const database = await cutOff({ flows: [flow(give('A', 1))] });
    const failure = { code: 'cancelled' as const, message: 'In doubt.', retry: false };
    await database.executions.update('1', { endedAt: 5, failure });
    let letGo: () => void = () => undefined;
    const held = withRunLock('1', () => new Promise<void>((resolve) => (letGo = resolve)));
    const app = tab(database);
    const { ended } = await resumeRun(app, '1');
    const row = await database.executions.get('1');
    expect([row?.status, row?.endedAt, row?.failure]).toEqual(['queued', undefined, undefined]);
    expect(app.runs.has('1')).toBe(true);
    letGo();
    await Promise.all([held, ended]);
    expect(await database.executions.get('1')).toMatchObject({ status: 'succeeded' });
  });

  it('that begins with a part of its flow still finds where when nothing was decided', async () => {
    const database = await cutOff({ flows: [flow(give('A', 1))] });
    await resume(database);
    expect((await loadExecution(database, '1'))?.start).not.toHaveProperty('journal');
  });

  it('stays interrupted when what was decided cannot be stored', async () => {
    const database = await cutOff({ flows: [flow(send('Send'))], started: [['Send']] });
    database.starts.hook('updating', () => {
      throw new Error('full');
    });
    const app = tab(database);
    await expect(resumeRun(app, '1', [{ path: ['Send'], what: 'skip' }])).rejects.toThrow('full');
    expect(await database.executions.get('1')).toMatchObject({ status: 'interrupted' });
    expect(app.runs.has('1')).toBe(false);
  });
});
