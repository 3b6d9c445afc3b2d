/** A thread that stops answering is noticed, and its runs are told so before they go on. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mark } from '#lib/model/execution.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { markHung } from '#lib/runtime/hang.ts';
import { Watchdog } from '#lib/runtime/Watchdog.ts';
import { addExecution, addPages, loadExecution } from '#lib/storage/executions.ts';
import { createDatabase, openDatabase } from '#lib/storage/database.ts';
import { flow } from './../support/build.ts';
import { give, integration } from '../support/flows.ts';

describe('a watchdog', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const watch = (ask: () => Promise<unknown>) => {
    const silent = vi.fn();
    const watchdog = new Watchdog(ask, silent);
    watchdog.start();
    return { watchdog, silent };
  };
  const never = () => new Promise<void>(() => undefined);

  it('says once that nothing answers any more', async () => {
    const { silent } = watch(never);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  it('is content with answers that come late, as after a sleep', async () => {
    const { silent } = watch(() => new Promise((resolve) => setTimeout(resolve, 9_000)));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(silent).not.toHaveBeenCalled();
  });

  it('forgets what was unanswered when it is stopped', async () => {
    let answer = never;
    const { watchdog, silent } = watch(() => answer());
    await vi.advanceTimersByTimeAsync(15_000);
    watchdog.stop();
    answer = () => Promise.resolve();
    watchdog.start();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(silent).not.toHaveBeenCalled();
  });

  it('asks nothing before it is started and after it is stopped', async () => {
    const ask = vi.fn(never);
    const watchdog = new Watchdog(ask, () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    watchdog.start();
    watchdog.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('a run whose thread hung', () => {
  const mark: Mark = { path: ['A'], at: 0, attempt: 1 };

  async function hungAfter(alone: boolean, marks: readonly Mark[]): Promise<boolean | undefined> {
    const db = await openDatabase(createDatabase('relaxed', `hang-${crypto.randomUUID()}`), () => undefined);
    const row = {
      id: 'x',
      integrationId: 'i',
      flow: 'Flow',
      kind: 'test' as const,
      status: 'running' as const,
      startedAt: 0,
    };
    await addExecution(db, row, {
      document: integration(flow(give('A', 1))),
      payload: emptyPayload,
      config: {},
    });
    await addPages(db, 'x', 0, { entries: [], marks, lines: [], places: [] });
    await markHung(db, 'x', alone);
    return (await loadExecution(db, 'x'))?.start.journal?.hung;
  }

  it('knows which step it was when it ran alone', async () => {
    expect(await hungAfter(true, [mark])).toBe(true);
  });

  it('leaves marks from then on when no step had left one', async () => {
    expect(await hungAfter(true, [])).toBe(true);
    expect(await hungAfter(false, [])).toBe(true);
  });

  it('is not blamed for another that ran beside it', async () => {
    expect(await hungAfter(false, [mark])).toBeUndefined();
  });
});
