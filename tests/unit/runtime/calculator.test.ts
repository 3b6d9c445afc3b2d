/** Calculations in threads that can be ended: those of Node, and some of the test’s own that do as they are told. */
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { calculations } from '#lib/connectors/calculations/index.ts';
import type { Calculation } from '#lib/engine/ports.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';
import { answer, type CalculationNews, type CalculationOrder } from '#lib/runtime/calculate/answer.ts';
import { Calculator, type CalculationThread } from '#lib/runtime/calculate/Calculator.ts';
import { nodeThread } from '../../../src/cli/calculate/nodeThread.ts';

const calculation = (name: string, args: readonly unknown[], more: Partial<Calculation> = {}) => ({
  ...{ name, args, deadlineMs: 60_000, signal: new AbortController().signal },
  ...more,
});
const match = (text: string, pattern: string, flags = '') =>
  ['matchPattern', [text, pattern, flags]] as const;
/** Takes years. */
const hanging = match(`${'a'.repeat(60)}!`, '(a+)+$');

const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const thrown = await work.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason,
  );
  if (thrown instanceof FailureError) return thrown.failure;
  throw thrown;
};

describe('a calculation in a thread of Node', () => {
  const calculator = new Calculator(nodeThread);
  afterAll(() => calculator.close());

  it('gives its result', async () => {
    expect(await calculator.calculate(calculation(...match('b1 b22', 'b(\\d+)', 'g')))).toEqual([
      'b1',
      'b22',
    ]);
    expect(await calculator.calculate(calculation('evaluateMath', ['2 ^ 10']))).toBe(1024);
  });

  it('that never comes to an end is ended after its time, and later ones work', async () => {
    const terminate = vi.spyOn(Worker.prototype, 'terminate');
    expect(await failureOf(calculator.calculate(calculation(...hanging, { deadlineMs: 200 })))).toMatchObject(
      {
        code: 'timeout',
        message: 'This took longer than 0.2 seconds and was ended.',
      },
    );
    expect(terminate).toHaveBeenCalledTimes(1);
    terminate.mockRestore();
    expect(await calculator.calculate(calculation(...match('a', 'a')))).toEqual(['a']);
  });

  it('is ended at once when its run is stopped, with the reason of the run', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped by hand');
    const thread = nodeThread();
    const end = vi.spyOn(thread, 'end');
    const began = new Promise<void>((resolve) => {
      const { listen } = thread;
      thread.listen = (hear, died) => listen((news) => (resolve(), hear(news)), died);
    });
    const work = new Calculator(() => thread).calculate(calculation(...hanging, { signal: stop.signal }));
    await began;
    stop.abort(reason);
    await expect(work).rejects.toBe(reason);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('is told why when its thread dies', async () => {
    const thread = nodeThread();
    const reason = new Promise<string>((resolve) => thread.listen(() => undefined, resolve));
    thread.send(undefined as unknown as CalculationOrder);
    expect(await reason).toContain('undefined');
    thread.end();
  });

  it('fails with what a library says of the user’s text', async () => {
    const failure = await failureOf(calculator.calculate(calculation('checkJsonSchema', ['{}', 'nonsense'])));
    expect(failure).toMatchObject({
      code: 'input',
      message: expect.stringContaining('not valid JSON') as unknown,
      retry: false,
    });
    expect(failure.detail).toBeUndefined();
  });

  it('fails with its own failure', async () => {
    expect(await failureOf(calculator.calculate(calculation(...match('a', '('))))).toMatchObject({
      code: 'input',
      message: expect.stringMatching(/^The regular expression is broken: /) as unknown,
    });
  });

  it.each(['nothing', 'toString', '__proto__'])('fails when nobody knows it: %s', async (name) => {
    expect(await failureOf(calculator.calculate(calculation(name, [])))).toMatchObject({
      code: 'internal',
      message: `There is no calculation “${name}”.`,
    });
  });
});

describe('what a thread answers', () => {
  afterEach(() => vi.restoreAllMocks());

  const newsOf = async (name: string, args: readonly unknown[]) => {
    const news: CalculationNews[] = [];
    // Between threads all is copied.
    await answer({ name, args }, (one) => news.push(structuredClone(one)));
    return news;
  };

  it('is first that it began, then the result', async () => {
    expect(await newsOf(...match('a', 'a'))).toEqual([{ kind: 'began' }, { kind: 'done', value: ['a'] }]);
  });

  it.each([
    ['a function', () => 1],
    ['what holds one', { list: [() => 1] }],
  ])('is a failure when the result is no data: %s', async (_what, result) => {
    vi.spyOn(calculations, 'matchPattern').mockResolvedValue(() => result);
    expect(await newsOf(...match('a', 'a'))).toEqual([
      { kind: 'began' },
      {
        kind: 'failed',
        failure: { code: 'input', message: 'The result is no data but a function.', retry: false },
      },
    ]);
  });

  it('is a failure when it cannot be loaded', async () => {
    vi.spyOn(calculations, 'matchPattern').mockRejectedValue(new TypeError('gone'));
    expect(await newsOf(...match('a', 'a'))).toMatchObject([
      { kind: 'failed', failure: { message: 'gone' } },
    ]);
  });
});

describe('threads', () => {
  afterEach(() => void vi.useRealTimers());

  /** Threads that say what the test lets them say. */
  function played() {
    const threads: Played[] = [];
    const calculator = new Calculator(() => {
      const thread = new Played();
      threads.push(thread);
      return thread;
    });
    const begin = (more: Partial<Calculation> = {}) => calculator.calculate(calculation('any', [], more));
    return { threads, calculator, begin };
  }

  class Played implements CalculationThread {
    readonly orders: CalculationOrder[] = [];
    ended = 0;
    hear: (news: CalculationNews) => void = () => undefined;
    die: (reason: string) => void = () => undefined;
    send(order: CalculationOrder) {
      this.orders.push(order);
    }
    listen(hear: (news: CalculationNews) => void, died: (reason: string) => void) {
      this.hear = hear;
      this.die = died;
    }
    end() {
      this.ended += 1;
    }
  }

  const done = (value: unknown): CalculationNews => ({ kind: 'done', value });
  const failed: CalculationNews = { kind: 'failed', failure: toFailure(new Error('no')) };

  it('are used again, also after a failure', async () => {
    const { threads, begin } = played();
    const first = begin();
    threads[0]?.hear(failed);
    await expect(first).rejects.toThrow('no');
    const second = begin();
    threads[0]?.hear(done(2));
    expect(await second).toBe(2);
    expect(threads.map(({ orders, ended }) => [orders.length, ended])).toEqual([[2, 0]]);
  });

  it('are used by one calculation at a time', async () => {
    const { threads, begin } = played();
    const both = [begin(), begin()];
    threads.forEach(({ hear }, index) => hear(done(index)));
    expect(await Promise.all(both)).toEqual([0, 1]);
  });

  it('wait for more when they are two, and all end when they are closed', async () => {
    const { threads, calculator, begin } = played();
    const all = Promise.all([begin(), begin(), begin(), begin()]);
    threads.forEach(({ hear }) => hear(done(1)));
    await all;
    expect(threads.map(({ ended }) => ended)).toEqual([0, 0, 1, 1]);
    calculator.close();
    calculator.close();
    expect(threads.map(({ ended }) => ended)).toEqual([1, 1, 1, 1]);
    void begin();
    expect(threads).toHaveLength(5);
  });

  it.each([
    ['hangs', { deadlineMs: 50 }, 50],
    ['cannot be loaded in good time', {}, 30_000],
  ])('are ended and not used again when one %s', async (what, more, afterMs) => {
    vi.useFakeTimers();
    const { threads, begin } = played();
    const failure = failureOf(begin(more));
    if (what === 'hangs') threads[0]?.hear({ kind: 'began' });
    await vi.advanceTimersByTimeAsync(afterMs - 1);
    expect(threads[0]?.ended).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failure).toMatchObject({ code: 'timeout' });
    void begin();
    expect(threads.map(({ ended }) => ended)).toEqual([1, 0]);
  });

  it('have all of their time from when they began', async () => {
    vi.useFakeTimers();
    const { threads, begin } = played();
    const work = begin({ deadlineMs: 20_000 });
    await vi.advanceTimersByTimeAsync(20_000);
    threads[0]?.hear({ kind: 'began' });
    await vi.advanceTimersByTimeAsync(19_000);
    threads[0]?.hear(done(1));
    expect(await work).toBe(1);
  });

  it('are ended and not used again when one died', async () => {
    const { threads, begin } = played();
    const work = begin();
    threads[0]?.die('out of memory');
    expect(await failureOf(work)).toMatchObject({ code: 'limit', detail: 'out of memory' });
    void begin();
    expect(threads.map(({ ended }) => ended)).toEqual([1, 0]);
  });

  it('are not started for a run that is stopped', async () => {
    const { threads, begin } = played();
    const reason = new Error('stopped before');
    await expect(begin({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(threads).toEqual([]);
  });

  it('hold on to no run that is over', async () => {
    const { threads, begin } = played();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const work = begin({ signal });
    threads[0]?.hear(done(1));
    await work;
    expect(removed).toHaveBeenCalledTimes(1);
  });
});
