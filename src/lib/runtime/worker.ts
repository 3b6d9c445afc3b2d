/** Entry of the runtime worker: opens the database and answers the page. */
import { expose, proxy, type ProxyMarked } from 'comlink';
import type { Progress } from '#lib/model/execution.ts';
import { Runtime, type Ended } from '#lib/runtime/Runtime.ts';
import { createDatabase, openDatabase } from '#lib/storage/database.ts';

/** About a frame: the page draws no faster than this. */
const REPORT_EVERY_MS = 16;

const opened = openDatabase(createDatabase(), () => undefined).then((database) => new Runtime(database));

/** What the page may ask of the worker. Failures are part of the answers: thrown errors lose their data on the way. */
export interface RuntimeApi {
  run: (executionId: string, report: ((progress: Progress[]) => void) & ProxyMarked) => Promise<Ended>;
  cancel: (executionId: string) => Promise<void>;
}

const api: RuntimeApi = {
  async run(executionId, report) {
    const batch = batched(report);
    const ended = await (await opened).run(executionId, batch.add);
    batch.send();
    return ended;
  },
  async cancel(executionId) {
    (await opened).cancel(executionId);
  },
};

expose(proxy(api));

/** Gathers reports and sends them together, at most once a frame. */
function batched(send: (progress: Progress[]) => void): { add: (progress: Progress) => void; send: () => void } {
  let waiting: Progress[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sendAll = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length > 0) send(waiting);
    waiting = [];
  };
  const add = (progress: Progress) => {
    waiting.push(progress);
    timer ??= setTimeout(sendAll, REPORT_EVERY_MS);
  };
  return { add, send: sendAll };
}
