/** A host in memory that runs conformance cases in Node: flows that call flows, a network of set answers, a fake clock. */
import { configValues } from '#lib/model/configValues.ts';
import type { CodeRunner, HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { defaultLimits } from '#lib/engine/limits.ts';
import { withMocks } from '#lib/engine/mocks.ts';
import { triggerPayload } from '#lib/engine/payload.ts';
import type { FlowAnswer, FlowCall, Outcome, Ports } from '#lib/engine/ports.ts';
import { run } from '#lib/engine/run.ts';
import { fresh } from '#lib/engine/starts.ts';
import type { Entry, JournalStart } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { emptyPayload, type RunFacts, type SavedPayload } from '#lib/model/payload.ts';
import { findStep } from '#lib/runtime/findStep.ts';
import type { ConformanceCase, NetworkReply } from '../conformance/case.ts';
import { calculateHere, noFiles, openSecrets } from './plainPorts.ts';
import { plainCode } from './plainCode.ts';

export interface CaseRun {
  outcome: Outcome;
  entries: readonly Entry[];
  log: readonly string[];
  waits: readonly number[];
  requests: readonly string[];
  invoked: readonly string[];
  state: Record<string, unknown>;
}

interface Started {
  flow: Flow;
  payload: SavedPayload;
  depth: number;
  chain: number;
  start: JournalStart;
}

export async function runCase(conformance: ConformanceCase, code: CodeRunner = plainCode): Promise<CaseRun> {
  return await new Host(conformance, code).runAll();
}

class Host {
  readonly #case: ConformanceCase;
  readonly #code: CodeRunner;
  readonly #state: Record<string, Record<string, unknown>> = {};
  readonly #network: Network;
  readonly #log: string[] = [];
  readonly #waits: number[] = [];
  readonly #invoked: string[] = [];
  /** Flows that nobody waits for run when the one that started them has ended. */
  readonly #queue: Started[] = [];
  readonly #find: Ports['findStep'];
  #entries: Entry[] = [];
  #clock = Date.UTC(2026, 0, 1);
  #executions = 0;

  constructor(conformance: ConformanceCase, code: CodeRunner) {
    this.#case = conformance;
    this.#code = code;
    this.#network = new Network(conformance.replies ?? []);
    this.#find = withMocks(findStep, conformance.mocks ?? {});
    for (const [scope, values] of Object.entries(conformance.state ?? {}))
      this.#state[this.#stateKey(scope, conformance.flow)] = { ...values };
  }

  async runAll(): Promise<CaseRun> {
    const { flow, payload, start = fresh } = this.#case;
    const first = {
      flow: this.#flow(flow),
      payload: { ...emptyPayload, ...payload },
      depth: 0,
      chain: 0,
      start,
    };
    const outcome = await this.#run(first, (entry) => this.#entries.push(entry));
    for (let next = this.#queue.shift(); next; next = this.#queue.shift())
      await this.#run(next, () => undefined);
    const scopes = ['crossFlow', 'instance', 'integration'];
    const values = scopes.flatMap((scope) => {
      const found = this.#state[this.#stateKey(scope, flow)];
      return found ? [[scope, found] as const] : [];
    });
    return {
      outcome,
      entries: this.#entries,
      log: this.#log,
      waits: this.#waits,
      requests: this.#network.requests,
      invoked: this.#invoked,
      state: Object.fromEntries(values),
    };
  }

  async #run(started: Started, add: (entry: Entry) => void): Promise<Outcome> {
    const name = started.flow.name;
    const outcome = await run(started.flow, this.#ports(started, add));
    for (const [scope, values] of Object.entries(outcome.state ?? {}))
      this.#state[this.#stateKey(scope, name)] = { ...values };
    return outcome;
  }

  #ports({ flow, payload, depth, chain, start }: Started, add: (entry: Entry) => void): Ports {
    const { integration, config } = this.#case;
    const facts = this.#facts(flow, depth, chain);
    const state = (scope: string) => this.#state[this.#stateKey(scope, flow.name)] ?? {};
    return {
      findStep: this.#find,
      facts,
      flows: integration.flows,
      config: { ...configValues(integration.configVars, config), ...config },
      payload: triggerPayload(payload, facts),
      start,
      journal: {
        begin: () => undefined,
        add,
        flush: () => Promise.resolve(),
        load: () => Promise.resolve(undefined),
      },
      state: {
        crossFlow: state('crossFlow'),
        instance: state('instance'),
        integration: state('integration'),
      },
      limits: defaultLimits,
      fetch: (request) => this.#network.answer(request),
      code: this.#code,
      calculate: calculateHere,
      secrets: openSecrets,
      files: noFiles,
      invoke: (call) => this.#invoke(call),
      report: () => undefined,
      log: (_path, level, message) => this.#log.push(`${level} ${message}`),
      signal: new AbortController().signal,
      now: () => this.#clock++,
      wait: (ms) => Promise.resolve(void (this.#waits.push(ms), (this.#clock += ms))),
      random: () => 0.5,
      breathe: () => Promise.resolve(),
    };
  }

  async #invoke({ flow, payload, waits, depth, chain }: FlowCall): Promise<FlowAnswer> {
    this.#invoked.push(flow);
    const executionId = `called-${this.#executions++}`;
    const started = { flow: this.#flow(flow), payload, depth, chain, start: fresh };
    if (waits) return { executionId, outcome: await this.#run(started, () => undefined) };
    this.#queue.push(started);
    return { executionId };
  }

  #facts(flow: Flow, depth: number, chain: number): RunFacts {
    const urls = this.#case.integration.flows.map(({ name }) => [
      name,
      `https://hooks.example/${encodeURIComponent(name)}`,
    ]);
    return {
      executionId: 'execution-1',
      integration: { id: 'integration-1', name: this.#case.integration.name },
      flow: { id: flow.name, name: flow.name },
      startedAt: '2026-01-01T00:00:00.000Z',
      webhookUrls: Object.fromEntries(urls) as Record<string, string>,
      depth,
      chain,
    };
  }

  #flow(name: string): Flow {
    const flow = this.#case.integration.flows.find((one) => one.name === name);
    if (!flow) throw new Error(`The case has no flow “${name}”.`);
    return flow;
  }

  #stateKey(scope: string, flow: string): string {
    return scope === 'instance' ? `${scope}/${flow}` : scope;
  }
}

/** Answers by address, one after another; the last answer stays. */
class Network {
  readonly requests: string[] = [];
  readonly #replies: readonly NetworkReply[];
  readonly #asked = new Map<string, number>();

  constructor(replies: readonly NetworkReply[]) {
    this.#replies = replies;
  }

  answer({ method, url, body = '' }: HttpRequest): Promise<HttpResponse> {
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    this.requests.push(`${method} ${url} ${text}`.trim());
    const own = this.#replies.filter((reply) => reply.url === url);
    const number = this.#asked.get(url) ?? 0;
    this.#asked.set(url, number + 1);
    const reply = own[Math.min(number, own.length - 1)];
    if (!reply || reply.status === 0) return Promise.reject(new TypeError('Failed to fetch'));
    const { status, headers = {} } = reply;
    return Promise.resolve({ status, headers, url, body: new TextEncoder().encode(reply.body ?? '').buffer });
  }
}
