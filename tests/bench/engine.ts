/** The engine as the app runs it: in its worker in a real browser, with its journal in a database on disk. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { bench as benchHost } from '../hosts/bench.ts';
import { STEPS_A_TURN } from '../hosts/benchFlows.ts';
import { openBrowserHost, type BrowserHost } from '../support/browserHost.ts';
import type { Benchmark, Measured } from './Benchmark.ts';
import { median } from './mediansMs.ts';
import { WorkerHeap } from './WorkerHeap.ts';

type Host = typeof benchHost;

const ROUNDS = 5;
const TURNS = 1000;
const STEPS = TURNS * STEPS_A_TURN;
const REQUESTS = 300;
const CODE_TURNS = 10_000;

export const engine: Benchmark = {
  summary: `a run in the browser worker: ${STEPS_A_TURN} pure steps x ${TURNS} turns, requests, stops, code (medians of ${ROUNDS})`,
  async run() {
    const host = await openBrowserHost();
    const server = createServer((_request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      response.end('1');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const { page } = host;
      return [
        ...(await pure(page)),
        await memory(host),
        await impure(page, url),
        ...(await stops(page)),
        ...(await code(page)),
      ];
    } finally {
      await host.close();
      server.close();
      server.closeAllConnections();
    }
  },
};

/** What a function of the page's `bench` came to, in milliseconds. */
async function ask<Name extends keyof Host>(
  page: Page,
  name: Name,
  ...parameters: Parameters<Host[Name]>
): Promise<number> {
  return await page.evaluate(
    ([key, given]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (...all: unknown[]) => Promise<number>>;
      };
      return bench[key as string]?.(...given) ?? NaN;
    },
    [name, parameters] as [string, unknown[]],
  );
}

/** Medians of several works, one after the other in each round: what else the machine does slows all alike. */
async function mediansOf<Name extends string>(
  works: Readonly<Record<Name, () => Promise<number>>>,
  { rounds = ROUNDS, warmUp = 0 } = {},
): Promise<Record<Name, number>> {
  const times = new Map<string, number[]>();
  for (let round = -warmUp; round < rounds; round++)
    for (const [name, work] of Object.entries<() => Promise<number>>(works)) {
      const took = await work();
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), took]);
    }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
}

async function pure(page: Page): Promise<Measured[]> {
  const { journalled, inMemory, pages } = await mediansOf(
    {
      journalled: () => ask(page, 'pure', TURNS),
      inMemory: () => ask(page, 'pureInMemory', TURNS),
      pages: () => ask(page, 'pages', TURNS),
    },
    { warmUp: 2 },
  );
  const floor = { name: 'writing such entries as JSON pages', value: rate(STEPS, pages) };
  return [
    {
      name: 'pure steps, journal on',
      value: rate(STEPS, journalled),
      unit: 'per second',
      aim: floor.value / 2,
      floors: [floor],
    },
    { name: 'pure steps, no journal', value: rate(STEPS, inMemory), unit: 'per second', floors: [floor] },
  ];
}

/** The most that is in use at any time of a run, for each of its steps. */
async function memory({ context, page }: BrowserHost): Promise<Measured> {
  const heap = await WorkerHeap.of(context, 'worker-');
  const before = await heap.usedBytes();
  let [ended, most] = [false, 0];
  const run = ask(page, 'pure', TURNS).finally(() => (ended = true));
  while (!ended) most = Math.max(most, (await heap.usedBytes()) - before);
  await run;
  return { name: 'memory at most while it runs', value: most / STEPS, unit: 'bytes a step', aim: 1024 };
}

async function impure(page: Page, url: string): Promise<Measured> {
  const { steps, floor } = await mediansOf({
    steps: () => ask(page, 'impure', REQUESTS, url),
    floor: () => ask(page, 'fetchAndPut', REQUESTS, url),
  });
  const value = rate(REQUESTS, floor);
  return {
    name: 'steps with a request',
    value: rate(REQUESTS, steps),
    unit: 'per second',
    aim: 0.8 * value,
    floors: [{ name: 'fetch and put', value }],
  };
}

async function stops(page: Page): Promise<Measured[]> {
  const { busy, sleeping } = await mediansOf({
    busy: () => ask(page, 'stopBusy', 500),
    sleeping: () => ask(page, 'stopSleeping', 200),
  });
  return [
    { name: 'stop of a busy run', value: busy, unit: 'ms', aim: 100 },
    { name: 'stop of a sleeping run', value: sleeping, unit: 'ms', aim: 100 },
  ];
}

async function code(page: Page): Promise<Measured[]> {
  const loop = await mediansOf({ ms: () => ask(page, 'code', CODE_TURNS) }, { rounds: 3 });
  // Killed at its deadline of ten seconds.
  const { fresh, killed } = await mediansOf(
    { fresh: () => ask(page, 'nextCode', false), killed: () => ask(page, 'nextCode', true) },
    { rounds: 3 },
  );
  return [
    { name: 'a turn with a code step', value: loop.ms / CODE_TURNS, unit: 'ms', aim: 0.5 },
    {
      name: 'what a kill costs the next code step',
      value: Math.max(0, killed - fresh),
      unit: 'ms',
      aim: 100,
      floors: [{ name: 'the first code step of a run', value: fresh }],
    },
  ];
}

function rate(count: number, ms: number): number {
  return (count / ms) * 1000;
}
