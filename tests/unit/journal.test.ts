/** What a run writes down comes back as it was, whatever it holds and wherever the run was cut off. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '#lib/model/execution.ts';
import { Summary } from '#lib/model/Summary.ts';
import { Recorder, type PageContent } from '#lib/runtime/Recorder.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import { addPages, findEntry, readJournal, readSummary } from '#lib/storage/executions.ts';

const open: Database[] = [];
let number = 0;

async function database(): Promise<Database> {
  const made = await openDatabase(createDatabase('strict', `journal-${number++}`), () => undefined);
  open.push(made);
  return made;
}

afterEach(() => open.splice(0).forEach((one) => one.close()));

function entry(turn: number, output: unknown, more: Partial<Entry> = {}): Entry {
  const path = ['Loop', turn, 'Step'];
  return { path, status: 'succeeded', startedAt: turn, endedAt: turn + 0.25, output, ...more };
}

/** A page as long loops fill them, with some outputs of its own. */
function page(outputs: readonly unknown[]): Entry[] {
  return Array.from({ length: 120 }, (_, turn) => entry(turn, turn in outputs ? outputs[turn] : { turn }));
}

const outputsOf = (entries: readonly Entry[]) => entries.map(({ output }) => output);

const write = (db: Database, at: number, entries: readonly Entry[]) =>
  addPages(db, 'run', at, { entries, lines: [] });

describe('a page of the journal', () => {
  const keys = fc.string().filter((key) => key !== 'constructor');
  const odd = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
    withBoxedValues: true,
    // Vitest takes that key for a class.
    key: fc.oneof(keys, fc.constantFrom('__proto__', 'toJSON', 'length', '0')),
  });

  it('gives back every value as the browser copies it', async () => {
    const db = await database();
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { maxLength: 20 }), async (outputs) => {
        await write(db, 0, page(outputs));
        const { entries } = await readJournal(db, 'run');
        const copied = page(structuredClone(outputs));
        expect(outputsOf(entries)).toStrictEqual(outputsOf(copied));
      }),
      { numRuns: Number(process.env.ROUNDS ?? 100) },
    );
  });

  it.each([
    ['nothing', { a: undefined }],
    ['bytes', new Uint8Array([1, 2])],
    ['a buffer', { data: new Uint8Array([3]).buffer }],
    ['a date', [new Date(5)]],
    ['no number', NaN],
    ['infinity', { a: [-Infinity] }],
    ['negative zero', -0],
    ['a large integer', { a: 10n }],
    ['a hole', Array(3)],
    ['a name beside the items of a list', Object.assign([1], { named: 2 })],
    ['half a character', '\ud800'],
    ['the key of a prototype', JSON.parse('{"__proto__":{"a":1},"toJSON":2}')],
    ['depth', JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`)],
  ])('keeps %s in an output', async (_name, output) => {
    const db = await database();
    await write(db, 0, page([output]));
    expect((await readJournal(db, 'run')).entries[0]?.output).toStrictEqual(output);
    expect((await findEntry(db, 'run', ['Loop', 'Step'], 0))?.output).toStrictEqual(output);
  });

  it('gives back every time to the last digit', async () => {
    const db = await database();
    const times = fc.oneof(fc.double(), fc.double({ min: 1.6e12, max: 2.5e12, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(times, times), { minLength: 100, maxLength: 130 }),
        async (pairs) => {
          const entries = pairs.map(([startedAt, endedAt], turn) => entry(turn, 1, { startedAt, endedAt }));
          const summary = new Summary();
          summary.read(entries, []);
          await addPages(db, 'run', 0, { entries, lines: [], places: summary.all() });
          expect((await readJournal(db, 'run')).entries).toStrictEqual(entries);
          expect(await readSummary(db, 'run')).toStrictEqual(summary.all());
        },
      ),
      { numRuns: Number(process.env.ROUNDS ?? 50) },
    );
  });

  it('keeps everything else that an entry says', async () => {
    const db = await database();
    const failure = { code: 'remote' as const, message: 'No.', retry: true, hint: undefined };
    const said: Entry[] = [
      entry(0, undefined, { status: 'warning', failure }),
      entry(1, 'Yes', { branch: 'Yes', leave: 'break' }),
      entry(2, 1, { changes: [{ kind: 'set', scope: 'execution', key: 'k', value: undefined }] }),
      entry(3, 1, { changes: [{ kind: 'append', scope: 'execution', key: 'k', values: [new Date(1)] }] }),
      entry(4, 1, { earlier: [{ startedAt: 1, endedAt: 2, failure }] }),
      entry(5, undefined, { apart: '0.1', leftOut: true }),
    ];
    const entries = [...said, ...page([])];
    await write(db, 0, entries);
    expect((await readJournal(db, 'run')).entries).toEqual(entries);
  });

  it('keeps a document that many steps hand on once', async () => {
    const db = await database();
    const document = { text: 'x'.repeat(10_000) };
    await write(db, 0, page(Array.from({ length: 120 }, () => document)));
    const { entries } = await readJournal(db, 'run');
    expect(new Set(entries.map(({ output }) => output)).size).toBe(1);
    expect(entries[119]?.output).toEqual(document);
  });

  it('of an older version is read among others', async () => {
    const db = await database();
    await write(db, 0, page([]));
    await db.journal.put({ executionId: 'run', page: 1, entries: page(['old']) });
    await write(db, 2, page(['new']));
    expect((await readJournal(db, 'run')).entries).toEqual([...page([]), ...page(['old']), ...page(['new'])]);
    const outputs = [120, 240, -120].map(async (at) => await findEntry(db, 'run', ['Loop', 'Step'], at));
    expect((await Promise.all(outputs)).map((found) => found?.output)).toEqual(['old', 'new', 'new']);
  });

  it('is not read for an entry of another page', async () => {
    const db = await database();
    for (const at of [0, 1, 2]) await write(db, at, page([`page ${at}`]));
    await db.journal.update(['run', 0], { text: 'damaged' });
    expect((await findEntry(db, 'run', ['Loop', 'Step'], 120))?.output).toBe('page 1');
    await expect(findEntry(db, 'run', ['Loop', 'Step'], 5)).rejects.toThrow();
  });

  it('says that it is damaged where it is', async () => {
    const db = await database();
    await write(db, 0, page([new Date(1)]));
    await db.journal.update(['run', 0], { entries: [] });
    await expect(readJournal(db, 'run')).rejects.toThrow('A page of the journal is damaged.');
  });
});

/** A run of pure and impure steps as the engine tells it; `at` is called whenever something is durable. */
async function record(db: Database, turns: number, at: (summary: Summary) => Promise<void>) {
  const summary = new Summary();
  const contents: PageContent[] = [];
  const recorder = new Recorder(
    (pageNumber, content) => {
      contents.push(content);
      return addPages(db, 'run', pageNumber, content);
    },
    () => summary.all(),
  );
  const end = (path: Entry['path'], time: number) => {
    const ended: Entry = { path, status: 'succeeded', startedAt: time, endedAt: time + 1, output: 'done' };
    summary.add({ kind: 'ended', entry: ended });
    recorder.add(ended);
  };
  summary.add({ kind: 'started', path: ['Loop'], at: 0 });
  for (let turn = 0; turn < turns; turn++) {
    for (const name of ['Pure', 'Send']) {
      summary.add({ kind: 'started', path: ['Loop', turn, name], at: turn });
      if (name === 'Send') {
        recorder.begin({ path: ['Loop', turn, name], at: turn, attempt: 1 });
        await recorder.flush();
        await at(summary);
      }
      end(['Loop', turn, name], turn);
    }
  }
  end(['Loop'], 0);
  await recorder.flush();
  await at(summary);
  return contents;
}

describe('the summary of a run that was cut off', () => {
  it('says what the journal says, wherever that was', async () => {
    const db = await database();
    await record(db, 130, async (summary) => {
      const told = summary.all().filter(({ place }) => place.join() !== 'Loop');
      const read = (await readSummary(db, 'run')).filter(({ place }) => place.join() !== 'Loop');
      expect(read).toEqual(told);
    });
    expect((await readSummary(db, 'run')).map(({ runs, status }) => [runs, status])).toEqual([
      [1, 'succeeded'],
      [130, 'succeeded'],
      [130, 'succeeded'],
    ]);
  });

  it('is written now and then, not with every page', async () => {
    const contents = await record(await database(), 130, () => Promise.resolve());
    expect(contents).toHaveLength(131);
    expect(contents.filter(({ places }) => places).length).toBeLessThan(12);
  });

  it('of an older version counts as it is', async () => {
    const db = await database();
    await write(db, 0, page([]));
    const places = [
      { place: ['Old'], runs: 1, status: 'succeeded' as const, startedAt: 0, ms: 0, spans: [] },
    ];
    await db.summaries.put({ executionId: 'run', places });
    expect(await readSummary(db, 'run')).toEqual(places);
  });

  it('comes back with all its spans from a long loop', async () => {
    const db = await database();
    const summary = new Summary();
    page([]).forEach((one) => {
      summary.add({ kind: 'started', path: one.path, at: one.startedAt });
      summary.add({ kind: 'ended', entry: one });
    });
    summary.add({ kind: 'started', path: ['Loop', 120, 'Other'], at: 5 });
    await addPages(db, 'run', 0, { entries: page([]), lines: [], places: summary.all() });
    expect(await readSummary(db, 'run')).toEqual(summary.all());
  });
});
