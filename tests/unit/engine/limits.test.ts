import { describe, expect, it } from 'vitest';
import type { CodeCall } from '#lib/connectors/define.ts';
import { defaultLimits, Meter, type Limits } from '#lib/engine/limits.ts';
import { flow, loop, object, step, value } from '../../support/build.ts';
import { code, copy, fail, give, ignoring, persist, retrying, say, times } from '../../support/flows.ts';
import { runFlow } from '../../support/runFlow.ts';

function limited(limits: Partial<Limits>) {
  return { limits: { ...defaultLimits, ...limits } };
}

describe('a run that uses too much', () => {
  it('ends after so many steps, turns of loops counted', async () => {
    const { outcome } = await runFlow(flow(times('N', 100, give('G', 1))), limited({ steps: 10 }));
    expect(outcome.failure).toMatchObject({ code: 'limit', message: 'The run stopped after 10 steps.' });
  });

  it('ends when its time is up, also inside a step that ignores its failures', async () => {
    const endless = ignoring(times('N', 100_000, give('G', 1)));
    const { outcome } = await runFlow(flow(endless, give('After', 1)), limited({ runMs: 500 }));
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'limit' } });
    expect(outcome.failure?.message).toContain('longer than');
  });

  it('ends for all of it, where the last step ignores its failures', async () => {
    const { outcome } = await runFlow(flow(ignoring(times('N', 100, give('G', 1)))), limited({ steps: 10 }));
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'limit' } });
  });

  it('leaves no more time to code than it has itself', async () => {
    const deadlines: number[] = [];
    const call = ({ deadlineMs }: CodeCall) => Promise.resolve(void deadlines.push(deadlineMs));
    const runs = flow(code('Code', 'module.exports = () => ({})'));
    await runFlow(runs, { ...limited({ codeMs: 400 }), code: { call } });
    await runFlow(runs, { ...limited({ codeMs: 400, runMs: 100 }), code: { call } });
    expect(deadlines[0]).toBe(400);
    expect(deadlines[1]).toBeLessThan(100);
  });

  it('does not begin a wait that would outlast it', async () => {
    const sleep = step('Sleep', 'sleep/sleep', { ms: value('5000') });
    const { outcome, waits } = await runFlow(flow(sleep), limited({ runMs: 1000 }));
    expect(outcome.failure).toMatchObject({ code: 'limit', step: 'Sleep' });
    expect(waits).toEqual([]);
  });

  it('does not wait to try again when there is no time left for it', async () => {
    const { waits } = await runFlow(flow(retrying(fail(), 5, 60)), limited({ runMs: 90_000 }));
    expect(waits).toEqual([60_000]);
  });
});

describe('a step that goes too far', () => {
  it('fails before a loop turns too often', async () => {
    const { outcome } = await runFlow(flow(times('N', 11, give('G', 1))), limited({ turns: 10 }));
    expect(outcome.failure).toMatchObject({
      code: 'limit',
      step: 'N',
      message: expect.stringContaining('11 times'),
    });
  });

  it('fails when its output is too large, and may be ignored', async () => {
    const large = ignoring(give('Large', 'x'.repeat(2_000)));
    const { outcome } = await runFlow(
      flow(large, copy('Why', 'large.results.error.code')),
      limited({ outputBytes: 1_000 }),
    );
    expect(outcome.result).toBe('limit');
  });

  it('fails for a circle and for what is nested too deeply, in good time', async () => {
    const circle: unknown[] = [];
    circle.push(circle);
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    for (const output of [circle, deep]) {
      const { outcome } = await runFlow(flow(object('O', { o: value(output) })));
      expect(outcome.failure).toMatchObject({ code: 'limit', step: 'O' });
    }
  });

  it('gets no more of a log that is full, and the log says so', async () => {
    const { log, outcome } = await runFlow(
      flow(times('N', 5, say('Say', '{{$n.index}}'))),
      limited({ logLines: 2 }),
    );
    expect(log).toEqual(['info 0', 'info 1', 'info The log is full at 2 lines.']);
    expect(outcome.status).toBe('succeeded');
  });

  it('gets long lines cut', async () => {
    const { log } = await runFlow(flow(step('Say', 'log/writeLog', { message: value('x'.repeat(10_000)) })));
    expect(log[0]).toHaveLength('info '.length + 4096);
  });

  it('saves no state that is too large; the run fails and says which', async () => {
    const save = persist('Save', 'saveCrossFlowValue', 'k', value('x'.repeat(2_000)));
    const { outcome } = await runFlow(flow(save), limited({ stateBytes: 1_000 }));
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'limit' } });
    expect(outcome.failure?.message).toContain('cross-flow');
    expect(outcome.state).toBeUndefined();
  });
});

describe('a run that is stopped', () => {
  it('ends within 100 ms in a loop of quick steps', async () => {
    const stop = new AbortController();
    const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
    const running = runFlow(flow(times('N', 400_000, give('G', 1))), {
      signal: stop.signal,
      now: () => performance.now(),
      breathe,
    });
    await new Promise<void>((resolve) => setImmediate(resolve));
    const asked = performance.now();
    stop.abort();
    const { outcome } = await running;
    expect(outcome.status).toBe('cancelled');
    expect(performance.now() - asked).toBeLessThan(100);
  });

  it('ends in a loop that holds no steps', async () => {
    const stop = new AbortController();
    const { outcome } = await runFlow(flow(loop('L', value(Array.from({ length: 1000 })))), {
      signal: stop.signal,
      breathe: () => Promise.resolve(stop.abort()),
    });
    expect(outcome.status).toBe('cancelled');
  });
});

describe('the meter', () => {
  it('knows how much time is left', () => {
    let now = 0;
    const meter = new Meter({ ...defaultLimits, runMs: 100 }, () => now);
    now = 30;
    expect(meter.leftMs).toBe(70);
    now = 300;
    expect(meter.leftMs).toBe(0);
    expect(() => meter.checkTime()).toThrow('longer than');
  });
});
