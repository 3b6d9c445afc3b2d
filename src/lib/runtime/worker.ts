/** Entry of the runtime worker: opens the database and answers the page. */
import { expose, type ProxyMarked } from 'comlink';
import { Calculator } from '#lib/runtime/calculate/Calculator.ts';
import { workerThread } from '#lib/runtime/calculate/workerThread.ts';
import { CANCEL_CHANNEL } from '#lib/runtime/channel.ts';
import type { Trial, Tried } from '#lib/model/trial.ts';
import { Runtime, type Ended, type Report } from '#lib/runtime/Runtime.ts';
import { Sandbox } from '#lib/runtime/sandbox/Sandbox.ts';
import { Trials } from '#lib/runtime/Trials.ts';
import { createDatabase, openDatabase } from '#lib/storage/database.ts';

const sandbox = new Sandbox(() => openFrame());
let openFrame: OpenFrame = () => Promise.reject(new Error('The page has not said how to open a frame.'));

const calculator = new Calculator(workerThread);
const trials = new Trials({ openCode: () => sandbox.open(), calculator });

const opened = openDatabase(createDatabase('relaxed'), () => undefined).then(
  (database) => new Runtime(database, { openCode: (flow) => sandbox.open(flow), calculator }),
);

/** Makes a frame for the user's code on the page; resolves to the port by which it is ordered. */
export type OpenFrame = () => Promise<MessagePort>;

/** What the page may ask of the worker. Failures are part of the answers: thrown errors lose their data on the way. */
export interface RuntimeApi {
  /** Comes before everything else. */
  connect: (open: OpenFrame & ProxyMarked) => void;
  run: (executionId: string, report: Report & ProxyMarked) => Promise<Ended>;
  /** Tries one action by itself; `id` is what stops it. */
  tryAction: (id: string, trial: Trial) => Promise<Tried>;
  stopTrial: (id: string) => void;
  /** Answers while the worker is alive. */
  ping: () => void;
}

const api: RuntimeApi = {
  connect(open) {
    openFrame = open;
  },
  async run(executionId, report) {
    return await (await opened).run(executionId, report);
  },
  tryAction: (id, trial) => trials.start(id, trial),
  stopTrial: (id) => trials.stop(id),
  ping: () => undefined,
};

expose(api);

// From any tab: the one that shows a run need not be the one that runs it.
new BroadcastChannel(CANCEL_CHANNEL).onmessage = async ({ data }: MessageEvent<string>) => {
  (await opened).cancel(data);
};
