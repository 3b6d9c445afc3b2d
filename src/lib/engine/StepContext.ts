/** What an action gets besides its inputs. Members are made when they are asked for: most steps ask for none. */
import type {
  ActionContext,
  CodeCall,
  HttpRequest,
  HttpResponse,
  StateReader,
} from '#lib/connectors/define.ts';
import { callFlow, callRecursion } from '#lib/engine/calls.ts';
import { codeArguments, runCode } from '#lib/engine/code.ts';
import type { Execution } from '#lib/engine/executors/Executor.ts';
import { request } from '#lib/engine/request.ts';
import { writeLine } from '#lib/engine/writeLine.ts';
import type { RunFacts } from '#lib/model/payload.ts';
import { pathKey } from '#lib/model/path.ts';

export class StepContext implements ActionContext {
  readonly #execution: Execution;
  #begun: Promise<void> | undefined;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  /** Notes durably that the step is about to do something outside; the first call does it. */
  begin(): Promise<void> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  get signal(): AbortSignal {
    return this.#execution.run.ports.signal;
  }

  get payload(): unknown {
    return this.#execution.run.ports.payload;
  }

  get facts(): RunFacts {
    return this.#execution.run.ports.facts;
  }

  get state(): StateReader {
    return this.#execution.run.state;
  }

  get idempotencyKey(): string {
    return `${this.facts.executionId}:${pathKey(this.#execution.path)}`;
  }

  get log(): ActionContext['log'] {
    const { run, path } = this.#execution;
    return (level, message) => writeLine(run, path, level, message);
  }

  get now(): () => number {
    return this.#execution.run.ports.now;
  }

  get random(): () => number {
    return this.#execution.run.ports.random;
  }

  get wait(): ActionContext['wait'] {
    const { ports, meter } = this.#execution.run;
    return async (ms) => {
      meter.checkWait(ms);
      await ports.wait(ms, ports.signal);
    };
  }

  get fetch(): ActionContext['fetch'] {
    return async (asked, timeoutMs) =>
      await this.#afterBegin(() => request(this.#caller(), asked, timeoutMs));
  }

  get invoke(): ActionContext['invoke'] {
    return async (flow, data) => await this.#afterBegin(() => callFlow(this.#caller(), flow, data));
  }

  get recur(): ActionContext['recur'] {
    return async (cursor) => await this.#afterBegin(() => callRecursion(this.#caller(), cursor));
  }

  get secrets(): ActionContext['secrets'] {
    return this.#execution.run.ports.secrets;
  }

  get files(): ActionContext['files'] {
    return this.#execution.run.ports.files;
  }

  get calculate(): ActionContext['calculate'] {
    const { ports, meter } = this.#execution.run;
    const deadlineMs = Math.min(meter.limits.codeMs, meter.leftMs);
    return async (name, args) => await ports.calculate({ name, args, deadlineMs, signal: ports.signal });
  }

  get codeArguments(): ActionContext['codeArguments'] {
    return () => codeArguments(this.#execution);
  }

  get code(): ActionContext['code'] {
    const host = {
      log: this.log,
      request: (asked: HttpRequest): Promise<HttpResponse> => this.fetch(asked),
      invokeFlow: this.invoke,
    };
    return async (call: Pick<CodeCall, 'source' | 'how' | 'args'>) =>
      await runCode(this.#execution.run, { ...call, host });
  }

  async #afterBegin<T>(work: () => Promise<T>): Promise<T> {
    await this.begin();
    return await work();
  }

  async #begin(): Promise<void> {
    const { run, path, attempt } = this.#execution;
    run.ports.journal.begin({ path, at: run.ports.now(), attempt });
    await run.ports.journal.flush();
  }

  /** A flow that is called twice by one step runs twice: calls are told apart by attempt and number. */
  #caller(): Caller {
    const { run, path, attempt } = this.#execution;
    return { run, path, key: `${this.idempotencyKey}:${attempt}:${this.#calls++}` };
  }

  #calls = 0;
}

type Caller = Parameters<typeof callFlow>[0];
