/** What an input stood for in a run that has been, read from its journal. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Input, Integration } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import { evaluate, type Evaluated } from '#lib/runtime/preview/evaluate.ts';
import { ExecutionSamples } from '#lib/runtime/preview/Samples.ts';
import { Runtime } from '#lib/runtime/Runtime.ts';
import { createDatabase, openDatabase } from '#lib/storage/database.ts';
import { addExecution } from '#lib/storage/executions.ts';
import { complex, configVar, flow, loop, reference, template, value } from '../support/build.ts';
import { copy, give, integration, times } from '../support/flows.ts';
import { standInLocks } from '../support/standInLocks.ts';

standInLocks();

async function ran(document: Integration) {
  const database = createDatabase('relaxed', `preview-${crypto.randomUUID()}`);
  const db = await openDatabase(database, () => undefined);
  const row = { id: 'x', integrationId: 'i', flow: document.flows[0]?.name ?? '', kind: 'test' as const };
  await addExecution(
    db,
    { ...row, status: 'queued', startedAt: 1 },
    { document, payload: { ...emptyPayload, body: '{"n":7}' }, config: { Limit: '10' } },
  );
  await new Runtime(db).run('x', () => undefined);
  return async (path: StepPath, input: Input): Promise<Evaluated> => {
    const samples = await ExecutionSamples.open(db, { executionId: 'x', path });
    if (!samples) throw new Error('The run is not stored.');
    return evaluate(input, await samples.of(input));
  };
}

const shows = (text: string, type: string, count?: number) => ({
  kind: 'value',
  shown: { text, type, ...(count !== undefined && { count }) },
});

const nested = {
  ...integration(
    flow(
      give('Before', { id: 'b' }),
      loop('Outer', value(['x', 'y']), times('Inner', 2, copy('Made', 'outer.currentItem'), give('Last', 1))),
      give('After', 2),
    ),
  ),
  configVars: [{ key: 'Limit', dataType: 'string' as const, description: '' }],
};

describe('an input of a step that ran', () => {
  it.each([
    ['a reference', reference('before.results.id'), shows('b', 'text', 1)],
    ['the payload', reference('trigger.results.body.data.n'), shows('7', 'number')],
    ['a config variable', configVar('Limit'), shows('10', 'text', 2)],
    ['a template', template('{{$before.results}} of {{#Limit}}'), shows('{"id":"b"} of 10', 'text', 16)],
    ['a list', complex(reference('before.results.id'), value('c')), shows('["b","c"]', 'list', 2)],
    ['a missing key', reference('before.results.none'), shows('', 'nothing')],
    ['an unfilled reference', reference(''), shows('', 'nothing')],
  ])('is evaluated as the engine does: %s', async (_what, input, expected) => {
    expect(await (await ran(nested))(['After'], input)).toEqual(expected);
  });

  it('sees the turns of the loops around it', async () => {
    const at = await ran(nested);
    const item = template('{{$outer.currentItem}}{{$outer.isLast}} {{$inner.index}} {{$made.results}}');
    const shown = async (...turns: [number, number]) => {
      const evaluated = await at(['Outer', turns[0], 'Inner', turns[1], 'Last'], item);
      return evaluated.kind === 'value' ? evaluated.shown.text : evaluated;
    };
    expect([await shown(0, 0), await shown(0, 1), await shown(1, 1)]).toEqual([
      'xfalse 0 x',
      'xfalse 1 x',
      'ytrue 1 y',
    ]);
  });

  it('means the last turn when none is named', async () => {
    const at = await ran(nested);
    expect(await at(['Outer', 'Inner', 'Last'], reference('outer.currentItem'))).toEqual(
      shows('y', 'text', 1),
    );
    expect(await at(['After'], reference('made.results'))).toEqual(shows('y', 'text', 1));
  });

  it('takes no turn of another loop for one of its own', async () => {
    const at = await ran(
      integration(
        flow(
          loop('First', value(['x', 'y', 'z']), copy('Made', 'first.currentItem')),
          loop('Second', value([1, 2, 3]), give('Last', 1)),
        ),
      ),
    );
    for (const turn of [0, 1])
      expect(await at(['Second', turn, 'Last'], reference('made.results'))).toEqual(shows('z', 'text', 1));
  });

  it('takes the last turn of a loop beside it, of the same turn of the loop around both', async () => {
    const inner = [times('One', 2, copy('Made', 'outer.currentItem')), times('Two', 2, give('Last', 1))];
    const at = await ran(integration(flow(loop('Outer', value(['x', 'y']), ...inner))));
    const made = async (turn: number) =>
      await at(['Outer', turn, 'Two', 0, 'Last'], reference('made.results'));
    expect([await made(0), await made(1)]).toEqual([shows('x', 'text', 1), shows('y', 'text', 1)]);
  });

  it('has no data when what it refers to did not run', async () => {
    expect(await (await ran(nested))(['After'], reference('gone.results'))).toEqual({
      kind: 'noData',
      path: 'gone.results',
    });
  });

  it('says what is wrong with it', async () => {
    const found = await (await ran(nested))(['After'], configVar('None'));
    expect(found).toMatchObject({ kind: 'failed', failure: { code: 'input' } });
  });

  it('is read also where its output is stored apart', async () => {
    const at = await ran(integration(flow(give('Large', 'x'.repeat(200_000)), give('After', 1))));
    const found = await at(['After'], reference('large.results'));
    expect(found).toMatchObject({ kind: 'value', shown: { type: 'text', count: 200_000 } });
    expect(found.kind === 'value' && found.shown.text.length).toBeLessThan(3_000);
  });
});

describe('a value', () => {
  const shown = (found: unknown) =>
    evaluate(reference('a.results'), { steps: { A: { results: found } }, config: {} });

  it('is told in few words however large or deep it is', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) deep = { deep };
    const large = Array.from({ length: 1_000_000 }, (_, index) => index);
    expect(shown(deep)).toEqual(shows('{"deep":{"deep":{"deep":{"deep":"…"}}}}', 'object', 1));
    expect(shown(large)).toMatchObject({ shown: { type: 'list', count: 1_000_000 } });
    expect(shown(new Uint8Array(5))).toEqual(shows('', 'bytes', 5));
    expect(shown(true)).toEqual(shows('true', 'boolean'));
  });
});
