/** What is durable when, and that a run cut off anywhere comes to the same end (architecture 6). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { resume, withPins } from '#lib/engine/starts.ts';
import { inDoubt } from '#lib/model/inDoubt.ts';
import type { Entry, JournalStart, Mark } from '#lib/model/execution.ts';
import type { Flow, Step } from '#lib/model/integration.ts';
import { pathKey } from '#lib/model/path.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { branch, flow, loop, reference, step, value } from '../../support/build.ts';
import {
  breakLoop,
  code,
  copy,
  give,
  ignoring,
  persist,
  retrying,
  stop,
  times,
  when,
} from '../../support/flows.ts';
import { plainCode } from '../../support/plainCode.ts';
import { runFlow, type FlowStart } from '../../support/runFlow.ts';

/** A step with an effect outside that is counted. */
function effects() {
  const sent: string[] = [];
  const send = defineAction({
    label: '',
    description: '',
    inputs: {},
    perform: (_inputs, { idempotencyKey }) => {
      sent.push(idempotencyKey);
      return { data: 'sent' };
    },
  });
  return { sent, find: finding({ send }) };
}

function finding(own: Record<string, StepDefinition>) {
  return (connector: string, key: string) => {
    const definition = own[key];
    return connector === 'test' && definition ? definition : findStep(connector, key);
  };
}

const send = (name: string) => step(name, 'test/send');

describe('a step that failed', () => {
  it('is in doubt when it was tried again and cut off then', async () => {
    const { sent, find } = effects();
    const failed = { path: ['Send'], status: 'failed' as const, startedAt: 1, endedAt: 2 };
    const marks = [1, 5].map((at) => ({ path: ['Send'], at, attempt: 1 }));
    const start = { entries: [failed], marks };
    const { outcome } = await runFlow(flow(send('Send')), { findStep: find, start });
    expect([outcome.status, sent]).toEqual(['interrupted', []]);
    expect(inDoubt(start)).toEqual([marks[1]]);
    expect(inDoubt({ ...start, marks: marks.slice(0, 1) })).toEqual([]);
  });
});

describe('before a step with effects performs', () => {
  it('its mark and everything before it are durable', async () => {
    const written: string[] = [];
    const journal = {
      begin: ({ path }: Mark) => void written.push(`mark ${pathKey(path)}`),
      add: ({ path }: Entry) => void written.push(`entry ${pathKey(path)}`),
      flush: () => Promise.resolve(void written.push('flush')),
      load: () => Promise.resolve(undefined),
    };
    const perform = () => ({ data: void written.push('perform') });
    const find = finding({ send: defineAction({ label: '', description: '', inputs: {}, perform }) });
    await runFlow(flow(give('One', 1), send('Send')), { journal, findStep: find });
    expect(written).toEqual([
      'entry Trigger',
      'entry One',
      'mark Send',
      'flush',
      'perform',
      'entry Send',
      'flush',
    ]);
  });

  it('its key is the same whenever the execution is resumed, and another in the next turn', async () => {
    const { sent, find } = effects();
    const twice = flow(times('N', 2, send('Send')));
    await runFlow(twice, { findStep: find });
    await runFlow(twice, { findStep: find });
    expect(sent).toEqual(['run:N/[0]/Send', 'run:N/[1]/Send', 'run:N/[0]/Send', 'run:N/[1]/Send']);
  });

  it('nothing is written for code that only computes, and a mark for code that asks the network', async () => {
    const fetched = { status: 200, headers: {}, url: '', body: new ArrayBuffer(0) };
    const ports = { code: plainCode, fetch: () => Promise.resolve(fetched) };
    const quiet = await runFlow(flow(code('Code', 'module.exports = () => ({ data: 1 });')), ports);
    expect(quiet.marks).toEqual([]);
    const source =
      'module.exports = async ({ request }) => ({ data: [await request({ url: "https://a.example", method: "GET", headers: {} }), await request({ url: "https://a.example", method: "GET", headers: {} })].length });';
    const loud = await runFlow(flow(code('Code', source)), ports);
    expect(loud.outcome.result).toBe(2);
    expect(loud.marks.map(({ path }) => pathKey(path))).toEqual(['Code']);
  });

  it('each attempt leaves a mark with its number', async () => {
    const broken = defineAction({
      label: '',
      description: '',
      inputs: {},
      perform: () => {
        throw new Error('no');
      },
    });
    const { marks, entries } = await runFlow(flow(retrying(step('Bad', 'test/broken'), 2, 1)), {
      findStep: finding({ broken }),
    });
    expect(marks.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(entries.at(-1)?.earlier).toHaveLength(2);
  });
});

describe('a step in doubt', () => {
  const marks = [{ path: ['Send'], at: 0, attempt: 1 }];

  it('is named with its place when the run is resumed without a decision', async () => {
    const { sent, find } = effects();
    const { outcome } = await runFlow(flow(send('Send')), {
      findStep: find,
      start: resume({ entries: [], marks }),
    });
    expect(outcome).toMatchObject({ status: 'interrupted', failure: { step: 'Send' } });
    expect(sent).toEqual([]);
  });

  it('inside a step that ignores failures still interrupts the run', async () => {
    const { find } = effects();
    const inLoop = [{ path: ['N', 0, 'Send'], at: 0, attempt: 1 }];
    const { outcome } = await runFlow(flow(ignoring(times('N', 1, send('Send')))), {
      findStep: find,
      start: resume({ entries: [], marks: inLoop }),
    });
    expect(outcome.status).toBe('interrupted');
  });

  it('keeps what the steps before it saved from being saved too early', async () => {
    const { find } = effects();
    const before = persist('Count', 'incrementCrossFlowValue', 'n');
    const { outcome } = await runFlow(flow(before, send('Send')), {
      findStep: find,
      start: resume({ entries: [], marks }),
    });
    expect(outcome.status).toBe('interrupted');
    expect(outcome.state).toBeUndefined();
  });

  it('is listed once, however often it was started', () => {
    const again = [...marks, { path: ['Send'], at: 5, attempt: 2 }, { path: ['Done'], at: 0, attempt: 1 }];
    const entries = [{ path: ['Done'], status: 'succeeded' as const, startedAt: 0, endedAt: 0 }];
    expect(inDoubt({ entries, marks: again })).toEqual([{ path: ['Send'], at: 5, attempt: 2 }]);
  });

  it('that is skipped stays skipped when the run is cut off once more', async () => {
    const { find } = effects();
    const start = resume({ entries: [], marks }, [{ path: ['Send'], what: 'skip' }]);
    const first = await runFlow(flow(send('Send'), give('B', 1)), { findStep: find, start });
    const second = await runFlow(flow(send('Send'), give('B', 1)), {
      findStep: find,
      start: resume({ entries: first.entries, marks }),
    });
    expect(second.outcome).toEqual({ status: 'succeeded', result: 1 });
  });

  it('does not exist for an action that may be repeated', async () => {
    const invoke = step('Call', 'cross-flow/invokeFlow', { flowName: value('Flow') });
    const { outcome } = await runFlow(flow(invoke), {
      start: resume({ entries: [], marks: [{ path: ['Call'], at: 0, attempt: 1 }] }),
      invoke: ({ key }) => Promise.resolve({ executionId: key }),
    });
    expect(outcome.result).toEqual({ executionId: 'run:Call:1:0' });
  });
});

describe('after a thread was hung by nobody knows what', () => {
  it('every step leaves a mark, so that the next time it is known', async () => {
    const { marks } = await runFlow(flow(give('A', 1), give('B', 2)), { start: { entries: [], hung: true } });
    expect(marks.map(({ path }) => pathKey(path))).toEqual(['Trigger', 'A', 'B']);
  });
});

describe('a large output', () => {
  it('that is stored apart is read when its step is recalled', async () => {
    const entries = [{ path: ['A'], status: 'succeeded' as const, startedAt: 0, endedAt: 0, apart: '0.0' }];
    const journal = {
      begin: () => undefined,
      add: () => undefined,
      flush: () => Promise.resolve(),
      load: (key: string) => Promise.resolve({ from: key }),
    };
    const { outcome } = await runFlow(flow(step('A', 'acme/gone'), copy('B', 'a.results.from')), {
      start: { entries },
      journal,
    });
    expect(outcome.result).toBe('0.0');
  });
});

describe('pins', () => {
  it('are added to whatever a run starts with', () => {
    const start: JournalStart = { entries: [], pins: [{ place: ['A'], output: 1 }] };
    expect(withPins(start, [{ place: ['B'], output: 2 }]).pins).toHaveLength(2);
  });
});

describe('a run that is cut off', () => {
  it('anywhere comes to the same end, and repeats no effect that is in the journal', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlow, fc.nat(), async (whole, cut) => {
        const fresh = effects();
        const first = await runFlow(whole, { findStep: fresh.find });
        const kept = first.entries.slice(0, cut % (first.entries.length + 1));
        const again = effects();
        const start = { ...resume({ entries: kept, marks: [] }) };
        const second = await runFlow(whole, { findStep: again.find, start } satisfies FlowStart);
        expect(comparable(second.outcome)).toEqual(comparable(first.outcome));
        const done = kept.filter(
          ({ status, path }) => status !== 'failed' && String(path.at(-1)).startsWith('send'),
        ).length;
        expect(again.sent.length).toBe(fresh.sent.length - done);
      }),
      { numRuns: Number(process.env.ROUNDS ?? 200) },
    );
  });
});

/** As JSON, without stacks. */
function comparable(outcome: unknown): unknown {
  return JSON.parse(JSON.stringify(outcome, (key, inner: unknown) => (key === 'detail' ? undefined : inner)));
}

/** Steps of all kinds, nested; their names are numbers that are given when the flow is put together. */
const anyFlow: fc.Arbitrary<Flow> = fc
  .letrec<{ step: Make; steps: Make[] }>((tie) => ({
    step: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Make>(
        (name) => give(name('give'), 'g'),
        (name) => ({ ...send(name('send')) }),
        (name) => persist(name('count'), 'incrementCrossFlowValue', 'n'),
        (name) => persist(name('append'), 'appendInstanceValueToList', 'l', value('v')),
        (name) => copy(name('copy'), 'give1.results'),
        (name) => ignoring({ ...loop(name('fail'), value('x')) }),
        (name, loops) =>
          loops > 0
            ? branch(name('maybe'), [
                {
                  lane: 'Yes',
                  when: when('equal', reference(`loop${loops}.index`), value(1)),
                  steps: [breakLoop(name('break'))],
                },
              ])
            : stop(name('stop')),
      ),
      tie('steps').map((inside) => (name: Name, loops: number) => {
        const own = name('loop');
        return times(own, 3, ...inside.map((make) => make(name, Number(own.slice(4)) || loops)));
      }),
      tie('steps').map(
        (inside) => (name: Name, loops: number) =>
          branch(name('if'), [
            {
              lane: 'Yes',
              when: when('equal', value(1), value(1)),
              steps: inside.map((make) => make(name, loops)),
            },
          ]),
      ),
    ) as fc.Arbitrary<Make>,
    steps: fc.array(tie('step'), { maxLength: 3 }),
  }))
  .steps.map((makes) => {
    let number = 0;
    const name: Name = (kind) => `${kind}${++number}`;
    return flow(...makes.map((make) => make(name, 0)));
  });

type Name = (kind: string) => string;
type Make = (name: Name, loops: number) => Step;
