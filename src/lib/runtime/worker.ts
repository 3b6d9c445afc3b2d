/** Entry of the runtime worker: opens the database and answers the page. */
import { expose, type ProxyMarked } from 'comlink';
import { CANCEL_CHANNEL } from '#lib/runtime/channel.ts';
import { Runtime, type Ended, type Report } from '#lib/runtime/Runtime.ts';
import { createDatabase, openDatabase } from '#lib/storage/database.ts';

const opened = openDatabase(createDatabase('relaxed'), () => undefined).then(
  (database) => new Runtime(database),
);

/** What the page may ask of the worker. Failures are part of the answers: thrown errors lose their data on the way. */
export interface RuntimeApi {
  run: (executionId: string, report: Report & ProxyMarked) => Promise<Ended>;
}

const api: RuntimeApi = {
  async run(executionId, report) {
    return await (await opened).run(executionId, report);
  },
};

expose(api);

// From any tab: the one that shows a run need not be the one that runs it.
new BroadcastChannel(CANCEL_CHANNEL).onmessage = async ({ data }: MessageEvent<string>) => {
  (await opened).cancel(data);
};
