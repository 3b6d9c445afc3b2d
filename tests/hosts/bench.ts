/** What a benchmark may ask of the test host's page; times are in milliseconds. */
import { wrap } from 'comlink';
import { codeFlow, impureFlow, killedFlow, pureFlow, sleepingFlow } from './benchFlows.ts';
import { BenchRuns } from './BenchRuns.ts';
import type { FloorApi } from './floorWorker.ts';
import floorWorkerUrl from './floorWorker.ts?worker&url';
import { startTestWorker } from './startTestWorker.ts';

const runs = lazy(() => BenchRuns.open());
const floors = lazy(() => wrap<FloorApi>(startTestWorker(floorWorkerUrl)));

/** A run is timed from being asked for to its end. */
export const bench = {
  pure: async (turns: number) => await (await runs()).timeOf(pureFlow(turns)),
  pureInMemory: async (turns: number) => await floors().runInMemory(turns),
  pages: async (turns: number) => await floors().writePages(turns),
  impure: async (turns: number, url: string) => await (await runs()).timeOf(impureFlow(turns, url)),
  fetchAndPut: async (count: number, url: string) => await floors().fetchAndPut(count, url),
  stopBusy: async (afterMs: number) => await (await runs()).timeToStop(pureFlow(5000), afterMs),
  stopSleeping: async (afterMs: number) => await (await runs()).timeToStop(sleepingFlow(), afterMs),
  code: async (turns: number) => await (await runs()).timeOf(codeFlow(turns)),
  /** The time of a step's code after other code was killed, or as the first of its run. */
  nextCode: async (killed: boolean) => await (await runs()).timeOfStep(killedFlow(killed), 'Next'),
};

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
