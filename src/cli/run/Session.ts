/** Runs a flow and every flow that it starts, in this process. */
import { setImmediate } from 'node:timers/promises';
import { configValues } from '#lib/model/configValues.ts';
import { defaultLimits } from '#lib/engine/limits.ts';
import { withMocks } from '#lib/engine/mocks.ts';
import { triggerPayload } from '#lib/engine/payload.ts';
import type { FlowAnswer, FlowCall, Ports } from '#lib/engine/ports.ts';
import { run } from '#lib/engine/run.ts';
import { fresh } from '#lib/engine/starts.ts';
import { toFailure } from '#lib/model/failure.ts';
import type { Flow } from '#lib/model/integration.ts';
import { slugs } from '#lib/model/name.ts';
import type { RunFacts } from '#lib/model/payload.ts';
import { webhookUrls } from '#lib/model/webhookUrls.ts';
import { Calculator } from '#lib/runtime/calculate/Calculator.ts';
import { ConnectionSecrets } from '#lib/runtime/ConnectionSecrets.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import { maskOutcome, maskPorts } from '#lib/runtime/maskPorts.ts';
import { withPractice } from '#lib/runtime/practice.ts';
import { Mask } from '#lib/vault/Mask.ts';
import { nodeThread } from '../calculate/nodeThread.ts';
import { QuickJs } from '../quickjs/QuickJs.ts';
import { seededRandom } from '../quickjs/seededRandom.js';
import { Background } from './Background.ts';
import { FakeClock, realClock, type Clock } from './clock.ts';
import { Execution, type Start } from './Execution.ts';
import { folderFiles } from './folderFiles.ts';
import { fetchRouted } from './network.ts';
import type { RunRequest, SavedState } from './RunRequest.ts';
import { StateStore } from './StateStore.ts';

export class Session {
  readonly #request: RunRequest;
  readonly #signal: AbortSignal;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #state: StateStore;
  readonly #findStep: Ports['findStep'];
  readonly #config: Ports['config'];
  readonly #webhookUrls: Readonly<Record<string, string>>;
  readonly #calculator = new Calculator(nodeThread);
  readonly #mask = new Mask();
  readonly #background = new Background();
  /** In the order they were started. */
  readonly executions: Execution[] = [];

  /** Everything is cancelled when the signal is aborted. */
  constructor(request: RunRequest, signal: AbortSignal) {
    const { integration, config, hasFakeClock, seed, state, mocks } = request;
    this.#request = request;
    this.#signal = signal;
    this.#clock = hasFakeClock ? new FakeClock() : realClock;
    this.#random = seed === undefined ? Math.random : seededRandom(seed);
    this.#state = new StateStore(state);
    this.#findStep = withMocks(findStep, mocks);
    this.#config = configValues(integration.configVars, config);
    this.#webhookUrls = webhookUrls(integration.flows);
  }

  /** Resolves when the flow has ended, and all that it started; never rejects. */
  async run(): Promise<void> {
    const { flow, payload } = this.#request;
    await this.#inBackground(this.#newExecution({ flow, payload, depth: 0, chain: 0 }));
    await this.#background.done();
    this.#calculator.close();
  }

  /** Persisted values as they are now. */
  get state(): SavedState {
    return this.#state.saved();
  }

  #newExecution(start: Start): Execution {
    const execution = new Execution(this.#newId(), start, this.#clock.now());
    this.executions.push(execution);
    return execution;
  }

  async #inBackground(execution: Execution): Promise<void> {
    await this.#clock.during(() => this.#execute(execution));
  }

  /** Never rejects. */
  async #execute(execution: Execution): Promise<void> {
    const { flow } = execution.start;
    const code = new QuickJs({ seed: this.#request.seed });
    try {
      execution.result = await run(flow, maskPorts(this.#ports(execution, code), this.#mask));
      execution.outcome = maskOutcome(execution.result, this.#mask);
      this.#state.write(flow.name, execution.outcome.state);
    } catch (thrown) {
      execution.outcome = { status: 'failed', failure: toFailure(thrown) };
    } finally {
      execution.endedAt = this.#clock.now();
      code.close();
    }
  }

  #ports(execution: Execution, code: QuickJs): Ports {
    const { flow, payload } = execution.start;
    const facts = this.#facts(execution);
    const { now, wait } = this.#clock;
    const { configVars } = this.#request.integration;
    // What is filled in was given with the configuration.
    const secrets = new ConnectionSecrets(configVars, () => Promise.resolve(undefined), this.#mask);
    return {
      findStep: this.#findStep,
      facts,
      flows: this.#request.integration.flows,
      config: this.#config,
      payload: triggerPayload(payload, facts),
      start: fresh,
      journal: execution.journal,
      state: this.#state.of(flow.name),
      limits: defaultLimits,
      fetch: withPractice(
        secrets.guard((request, signal) => fetchRouted(request, this.#request.routes, signal)),
      ),
      code,
      calculate: (call) => this.#calculator.calculate(call),
      secrets,
      files: folderFiles(this.#request.files),
      invoke: (call) => this.#invoke(execution, call),
      report: () => undefined,
      log: (path, level, message) => execution.log(now(), path, level, message),
      signal: this.#signal,
      now,
      wait,
      random: this.#random,
      breathe: () => setImmediate(),
    };
  }

  /** Runs another flow; one that nobody waits for goes on beside. */
  async #invoke(
    caller: Execution,
    { flow, payload, waits, path, depth, chain }: FlowCall,
  ): Promise<FlowAnswer> {
    const calledBy = { executionId: caller.id, path, waits };
    const called = this.#newExecution({ flow: this.#flow(flow), payload, depth, chain, calledBy });
    const executionId = called.id;
    if (waits) await this.#execute(called);
    else this.#background.add(() => this.#inBackground(called));
    return waits ? { executionId, outcome: called.result ?? called.outcome } : { executionId };
  }

  #flow(name: string): Flow {
    const flow = this.#request.integration.flows.find((one) => one.name === name);
    if (!flow) throw new Error(`There is no flow “${name}”.`);
    return flow;
  }

  #facts({ id, start: { flow, depth, chain }, startedAt }: Execution): RunFacts {
    const { name } = this.#request.integration;
    return {
      executionId: id,
      integration: { id: slugs([name])[0] ?? '', name },
      flow: { id: flow.name, name: flow.name },
      startedAt: new Date(startedAt).toISOString(),
      webhookUrls: this.#webhookUrls,
      depth,
      chain,
    };
  }

  /** In the form of a UUID. */
  #newId(): string {
    const digit = (mark: string) =>
      Math.floor(this.#random() * (mark === 'y' ? 4 : 16)) + (mark === 'y' ? 8 : 0);
    return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (mark) => digit(mark).toString(16));
  }
}
