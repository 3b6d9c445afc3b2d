import { describe, expect, it } from 'vitest';
import { reuse } from '#lib/engine/starts.ts';
import { isStale, shortHash, stepHashes } from '#lib/model/staleness.ts';
import type { Flow } from '#lib/model/integration.ts';
import { branch, configVar, flow, loop, object, reference, template, value } from '../../support/build.ts';
import { code, give, when } from '../../support/flows.ts';

/** Names of the steps whose samples of `before` are stale in `now`. */
function stale(before: Flow, now: Flow, config: [object, object] = [{}, {}]): string[] {
  const [old, fresh] = [stepHashes(before, { ...config[0] }), stepHashes(now, { ...config[1] })];
  return [...old].flatMap(([key, hash]) => (isStale({ hash }, key.split('/'), fresh) ? [key] : []));
}

const uses = object('Uses', { a: reference('a.results') });

describe('a sample is stale', () => {
  it('when its step has changed, and not when another has', () => {
    expect(stale(flow(give('A', 1), give('B', 1)), flow(give('A', 2), give('B', 1)))).toEqual(['A']);
  });

  it('when a step it has values from has changed, however far up', () => {
    const more = object('More', { t: template('{{$uses.results.a}}') });
    expect(stale(flow(give('A', 1), uses, more), flow(give('A', 2), uses, more))).toEqual([
      'A',
      'Uses',
      'More',
    ]);
  });

  it('when the list of the loop around it has changed', () => {
    const inside = give('In', 1);
    expect(stale(flow(loop('L', value([1]), inside)), flow(loop('L', value([2]), inside)))).toEqual([
      'L',
      'L/In',
    ]);
  });

  it('when a condition names what has changed', () => {
    const asks = branch('If', [{ lane: 'Yes', when: when('exists', reference('a.results')), steps: [] }]);
    expect(stale(flow(give('A', 1), asks), flow(give('A', 2), asks))).toEqual(['A', 'If']);
  });

  it('when anything before its code has changed, because code may read all of it', () => {
    const runs = code('Code', 'module.exports = () => ({})');
    expect(stale(flow(give('A', 1), runs), flow(give('A', 2), runs))).toEqual(['A', 'Code']);
  });

  it('when a config variable it names has another value', () => {
    const limit = object('Limit', { l: configVar('Limit') });
    expect(stale(flow(limit), flow(limit), [{ Limit: 1 }, { Limit: 2 }])).toEqual(['Limit']);
    expect(
      stale(flow(limit), flow(limit), [
        { Limit: 1, Other: 1 },
        { Limit: 1, Other: 2 },
      ]),
    ).toEqual([]);
  });

  it('when its step is gone', () => {
    expect(stale(flow(give('A', 1)), flow())).toEqual(['A']);
  });

  it('and not when only its place in the list, its description or the order of keys has changed', () => {
    const described = { ...give('A', 1), description: 'new', written: { '': { before: ' note' } } };
    expect(stale(flow(give('A', 1), give('B', 1)), flow(give('B', 1), described))).toEqual([]);
    expect(
      stale(flow(object('O', { o: value({ a: 1, b: 2 }) })), flow(object('O', { o: value({ b: 2, a: 1 }) }))),
    ).toEqual([]);
  });
});

describe('an edited flow over an earlier run', () => {
  it('keeps what is as it was', () => {
    const entry = (name: string) => ({
      path: [name],
      status: 'succeeded' as const,
      startedAt: 0,
      endedAt: 0,
    });
    const before = stepHashes(flow(give('A', 1), uses, give('C', 1)));
    const now = stepHashes(flow(give('A', 2), uses, give('C', 1)));
    const { entries } = reuse([entry('Trigger'), entry('A'), entry('Uses'), entry('C')], before, now);
    expect(entries.map(({ path }) => path[0])).toEqual(['Trigger', 'C']);
  });
});

describe('the hash', () => {
  it('tells texts apart that differ in one place', () => {
    const texts = Array.from({ length: 5_000 }, (_, index) => `{"step":${index}}`);
    expect(new Set(texts.map(shortHash)).size).toBe(5_000);
  });

  it('of a flow of a thousand steps takes no time to speak of', () => {
    const many = flow(...Array.from({ length: 1_000 }, (_, index) => give(`S${index}`, index)));
    const began = performance.now();
    stepHashes(many);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
