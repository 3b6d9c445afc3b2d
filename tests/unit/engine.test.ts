import { describe, expect, it } from 'vitest';
import { defineAction } from '#lib/connectors/define.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { branch, configVar, flow, loop, object, reference, step, template, value } from '../support/build.ts';
import { runFlow } from '../support/runFlow.ts';

const payload = { body: { data: { id: 7, items: ['a', 'b', 'c'] } }, headers: { 'X-Topic': 'orders' } };

describe('a flow', () => {
  it('runs its trigger, then its steps in order, and ends with the last result', async () => {
    const one = object('One', { id: reference('trigger.results.body.data.id') });
    const two = object('Two', { copy: reference('one.results.id') });
    const { outcome, journal } = await runFlow(flow(one, two), { payload });
    expect(journal).toEqual(['Trigger succeeded', 'One succeeded', 'Two succeeded']);
    expect(outcome).toEqual({ status: 'succeeded', result: { copy: 7 } });
  });

  it('stops at the first step that fails and names it', async () => {
    const broken = step('Say', 'log/writeLog');
    const { outcome, journal } = await runFlow(flow(broken, object('After', {})));
    expect(journal).toEqual(['Trigger succeeded', 'Say failed']);
    expect(outcome.status).toBe('failed');
    expect(outcome.failure).toMatchObject({
      code: 'input',
      step: 'Say',
      message: expect.stringContaining('“Message”'),
    });
  });

  it('fails where a connector is missing, with its name', async () => {
    const { outcome } = await runFlow(flow(step('Query', 'acme/query')));
    expect(outcome.failure).toMatchObject({ code: 'unsupported', message: expect.stringContaining('acme') });
  });

  it('does not run with two steps of one name: their results would answer for each other', async () => {
    const { outcome, journal } = await runFlow(
      flow(object('Same name', {}), loop('L', value([1]), object('Same name', {}))),
    );
    expect(outcome.failure).toMatchObject({ code: 'input', step: 'Same name' });
    expect(journal).toEqual([]);
  });

  it('is stopped between steps by its signal', async () => {
    const stop = new AbortController();
    const stopping = defineAction({
      label: '',
      description: '',
      inputs: {},
      perform: () => {
        stop.abort();
        return { data: null };
      },
    });
    const find = (connector: string, key: string) =>
      connector === 'test' ? stopping : findStep(connector, key);
    const run = await runFlow(flow(step('Stop', 'test/stop'), object('Never', {})), {
      signal: stop.signal,
      findStep: find,
    });
    expect(run.outcome.status).toBe('cancelled');
    expect(run.journal).toEqual(['Trigger succeeded', 'Stop succeeded']);
  });

  it('reports each step when it starts and when it ends', async () => {
    const { progress } = await runFlow(flow(object('One', {})));
    expect(progress.map(({ kind }) => kind)).toEqual(['started', 'ended', 'started', 'ended']);
  });

  it('pauses now and then so that its thread stays free', async () => {
    let pauses = 0;
    const breathe = () => Promise.resolve(void pauses++);
    await runFlow(flow(loop('L', value(Array.from({ length: 100 }, (_, i) => i)), object('O', {}))), {
      breathe,
    });
    expect(pauses).toBeGreaterThan(5);
  });
});

describe('names', () => {
  it('that differ only for people run; a reference that could mean both fails and says so', async () => {
    const two = [object('Make it', {}), object('make-it', {})];
    expect((await runFlow(flow(...two))).outcome.status).toBe('succeeded');
    const { outcome } = await runFlow(flow(...two, object('Use', { a: reference('makeIt.results') })));
    expect(outcome.failure).toMatchObject({ code: 'reference', step: 'Use' });
  });

  it('without Latin letters run side by side', async () => {
    const { outcome } = await runFlow(flow(object('商品を取得', {}), object('在庫を更新', {})));
    expect(outcome.status).toBe('succeeded');
  });
});

describe('the journal', () => {
  const each = object('Each', { item: reference('l.currentItem') });
  const after = object('After', { last: reference('each.results.item') });
  const whole = flow(
    loop('L', value(['a', 'b', 'c']), each),
    after,
    object('End', { all: reference('l.results') }),
  );

  it('from wherever it was cut off leads to the same end as a run from the start', async () => {
    const fresh = await runFlow(whole);
    for (let kept = 0; kept <= fresh.entries.length; kept++) {
      const { outcome } = await runFlow(whole, { done: fresh.entries.slice(0, kept) });
      expect(outcome).toEqual(fresh.outcome);
    }
  });

  it('is asked first: a step that succeeded before is not run again', async () => {
    const done = [
      { path: ['One'], status: 'succeeded' as const, startedAt: 0, endedAt: 0, output: { id: 'kept' } },
    ];
    const one = step('One', 'acme/missing');
    const { outcome, journal } = await runFlow(
      flow(one, object('Two', { id: reference('one.results.id') })),
      { done },
    );
    expect(outcome.result).toEqual({ id: 'kept' });
    expect(journal).toEqual(['Trigger succeeded', 'Two succeeded']);
  });

  it('runs a step that failed before again', async () => {
    const done = [{ path: ['One'], status: 'failed' as const, startedAt: 0, endedAt: 0 }];
    const { journal } = await runFlow(flow(object('One', {})), { done });
    expect(journal).toContain('One succeeded');
  });

  it('is durable before a step with effects performs, and at the end; pure steps cost no write', async () => {
    const pure = await runFlow(flow(object('One', {}), object('Two', {})));
    expect(pure.flushes).toBe(1);
    const send = defineAction({ label: '', description: '', inputs: {}, perform: () => ({ data: null }) });
    const find = (connector: string, key: string) => (connector === 'test' ? send : findStep(connector, key));
    const impure = await runFlow(flow(object('One', {}), step('Send', 'test/send')), { findStep: find });
    expect(impure.flushes).toBe(2);
  });
});

describe('a loop', () => {
  const items = reference('trigger.results.body.data.items');

  it('runs its steps for each item and lists the last result of each', async () => {
    const each = object('Each', { item: reference('l.currentItem'), at: reference('l.index') });
    const { outcome, journal } = await runFlow(flow(loop('L', items, each)), { payload });
    expect(outcome.result).toEqual([
      { item: 'a', at: 0 },
      { item: 'b', at: 1 },
      { item: 'c', at: 2 },
    ]);
    expect(journal).toContain('L/[1]/Each succeeded');
  });

  it('tells the first and the last item', async () => {
    const each = object('Each', { first: reference('l.isFirst'), last: reference('l.isLast') });
    const { outcome } = await runFlow(flow(loop('L', items, each)), { payload });
    expect(outcome.result).toMatchObject([{ first: true, last: false }, {}, { first: false, last: true }]);
  });

  it('leaves its items behind when it ends, but its steps stay readable', async () => {
    const after = object('After', {
      item: reference('l.currentItem'),
      last: reference('each.results.item'),
      all: reference('l.results.0.item'),
    });
    const each = object('Each', { item: reference('l.currentItem') });
    const { outcome } = await runFlow(flow(loop('L', items, each), after), { payload });
    expect(outcome.result).toEqual({ item: undefined, last: 'c', all: 'a' });
  });

  it('starts each turn without what the turn before produced', async () => {
    const when = ['and', ['equal', { ...reference('l.currentItem'), name: '' }, { ...value('a'), name: '' }]];
    const only = branch('Only a', [{ lane: 'A', when, steps: [object('In a', { v: value(1) })] }]);
    const see = object('See', { v: reference('inA.results.v') });
    const { outcome } = await runFlow(flow(loop('L', value(['a', 'b']), only, see)));
    expect(outcome.result).toEqual([{ v: 1 }, { v: undefined }]);
  });

  it('inside a loop sees both items', async () => {
    const inner = object('Pair', { pair: template('{{$outer.currentItem}}{{$inner.currentItem}}') });
    const { outcome } = await runFlow(
      flow(loop('Outer', value([1, 2]), loop('Inner', value(['x', 'y']), inner))),
    );
    expect(outcome.result).toEqual([
      [{ pair: '1x' }, { pair: '1y' }],
      [{ pair: '2x' }, { pair: '2y' }],
    ]);
  });

  it('over nothing fails with what it got, over an empty list does nothing', async () => {
    const nothing = await runFlow(flow(loop('L', reference('trigger.results.none'), object('O', {}))));
    expect(nothing.outcome.failure).toMatchObject({
      code: 'input',
      hint: expect.stringContaining('trigger.results.none'),
    });
    const text = await runFlow(flow(loop('L', value('abc'), object('O', {}))));
    expect(text.outcome.failure?.message).toContain('“Items” needs a list');
    expect((await runFlow(flow(loop('L', value([]), object('O', {}))))).outcome.result).toEqual([]);
  });

  it('passes on the failure of a step inside it, with that step’s name', async () => {
    const { outcome, journal } = await runFlow(flow(loop('L', value([1]), step('Say', 'log/writeLog'))));
    expect(outcome.failure?.step).toBe('Say');
    expect(journal).toEqual(['Trigger succeeded', 'L/[0]/Say failed', 'L failed']);
  });
});

describe('a branch', () => {
  const lane = (name: string, limit: number) => ({
    lane: name,
    when: [
      'and',
      [
        'greaterThanOrEqual',
        { ...reference('trigger.results.total'), name: '' },
        { ...value(`${limit}`), name: '' },
      ],
    ],
    steps: [object(`In ${name}`, {})],
  });
  const choose = branch('Choose', [lane('Huge', 100), lane('Large', 10)], [object('Otherwise', {})]);

  it.each([
    ['150', 'Huge', 'Choose/In Huge'],
    ['50', 'Large', 'Choose/In Large'],
    ['5', 'Else', 'Choose/Otherwise'],
  ])('with %s takes the lane %s and no other', async (total, result, ran) => {
    const { outcome, journal } = await runFlow(flow(choose), { payload: { total } });
    expect(outcome.result).toBe(result);
    expect(journal).toEqual(['Trigger succeeded', `${ran} succeeded`, 'Choose succeeded']);
  });

  it('with conditions of another shape fails and says so', async () => {
    const odd = { ...choose, inputs: { conditions: { type: 'complex' as const, value: [value('x')] } } };
    expect((await runFlow(flow(odd))).outcome.failure?.code).toBe('input');
  });
});

describe('config variables', () => {
  it('reach inputs and templates', async () => {
    const both = object('Both', { a: configVar('My limit'), b: template('at most {{#My limit}}') });
    const { outcome } = await runFlow(flow(both), { config: { 'My limit': '10' } });
    expect(outcome.result).toEqual({ a: '10', b: 'at most 10' });
  });

  it('that do not exist fail with their name; an unset one is nothing', async () => {
    const { outcome } = await runFlow(flow(object('O', { a: configVar('Gone') })));
    expect(outcome.failure).toMatchObject({ code: 'input', message: expect.stringContaining('“Gone”') });
    expect((await runFlow(flow(object('O', { a: configVar('') })))).outcome.result).toEqual({ a: undefined });
  });
});

describe('the log', () => {
  it('gets the line and its level; an unknown level is info', async () => {
    const say = (level: string) =>
      step(`Say ${level}`, 'log/writeLog', {
        level: value(level),
        message: template('n{{$trigger.results.n}}'),
      });
    const { log } = await runFlow(flow(say('warn'), say('loud'), say('')), { payload: { n: 1 } });
    expect(log).toEqual(['warn n1', 'info n1', 'info n1']);
  });
});
