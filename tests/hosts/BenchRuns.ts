/** Runs flows as the app does, through its client, its worker and its database; times are in milliseconds. */
import { RuntimeClient } from '#lib/runtime/client.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import { addExecution, readJournal } from '#lib/storage/executions.ts';
import { emptyPayload } from '#lib/model/payload.ts';
import type { Flow } from '#lib/model/integration.ts';
import { integration } from '../support/flows.ts';

export class BenchRuns {
  readonly #database: Database;
  readonly #client: RuntimeClient;

  private constructor(database: Database) {
    this.#database = database;
    this.#client = new RuntimeClient(database);
  }

  static async open(): Promise<BenchRuns> {
    return new BenchRuns(await openDatabase(createDatabase('strict'), () => undefined));
  }

  /** From being asked for to the end that its row tells of. Throws when it fails. */
  async timeOf(flow: Flow): Promise<number> {
    const id = await this.#add(flow);
    const from = performance.now();
    await this.#finish(id);
    return performance.now() - from;
  }

  /** From the press on Stop, after so many milliseconds of running, to the end. */
  async timeToStop(flow: Flow, afterMs: number): Promise<number> {
    const id = await this.#add(flow);
    const ended = this.#client.run(id, () => undefined);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    const from = performance.now();
    this.#client.cancel(id);
    const { status } = await ended;
    if (status !== 'cancelled') throw new Error(`The run has ${status} before it was stopped.`);
    return performance.now() - from;
  }

  /** How long a step took, as the journal says. */
  async timeOfStep(flow: Flow, name: string): Promise<number> {
    const id = await this.#add(flow);
    await this.#finish(id);
    const { entries } = await readJournal(this.#database, id);
    const entry = entries.find(({ path }) => path.at(-1) === name);
    if (!entry) throw new Error(`The step “${name}” did not run.`);
    return entry.endedAt - entry.startedAt;
  }

  async #add(flow: Flow): Promise<string> {
    const id = crypto.randomUUID();
    await addExecution(
      this.#database,
      { id, integrationId: 'bench', flow: flow.name, kind: 'test', status: 'queued', startedAt: Date.now() },
      { document: integration(flow), payload: emptyPayload, config: {} },
    );
    return id;
  }

  async #finish(id: string): Promise<void> {
    const { failure } = await this.#client.run(id, () => undefined);
    if (failure) throw new Error(failure.message);
  }
}
