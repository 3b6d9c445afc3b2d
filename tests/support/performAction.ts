/** Performs one action as a step would: raw inputs are read by its definition. */
import type {
  ActionContext,
  ActionResult,
  HttpRequest,
  HttpResponse,
  StepDefinition,
} from '#lib/connectors/define.ts';
import { FailureError, type Failure } from '#lib/model/failure.ts';
import { calculateHere, noFiles, openSecrets } from './plainPorts.ts';

/** Inputs that are not given are read as unset. Rejects with what the action throws. */
export async function performAction(
  definition: StepDefinition,
  inputs: Readonly<Record<string, unknown>> = {},
  context: Partial<ActionContext> = {},
): Promise<ActionResult> {
  if (!('perform' in definition)) throw new Error('This step is run by the engine.');
  const values = Object.entries(definition.inputs).map(([key, input]) => [key, input.read(inputs[key])]);
  return await definition.perform(Object.fromEntries(values) as never, { ...quietContext, ...context });
}

/** What it gives, for actions whose result is all that matters. */
export async function resultOf(...given: Parameters<typeof performAction>): Promise<unknown> {
  return (await performAction(...given)).data;
}

/** The failure it ends with; throws when it does not fail. */
export async function failureOf(...given: Parameters<typeof performAction>): Promise<Failure> {
  const result = await performAction(...given).catch((thrown: unknown) => thrown);
  if (result instanceof FailureError) return result.failure;
  if (result instanceof Error) throw result;
  throw new Error(`It did not fail, but gave ${JSON.stringify(result)}.`);
}

/** A network with set answers, and what was asked of it. */
export function fakeFetch(answer: (request: HttpRequest) => Partial<HttpResponse> & { text?: string }): {
  fetch: ActionContext['fetch'];
  requests: HttpRequest[];
} {
  const requests: HttpRequest[] = [];
  const fetch = (request: HttpRequest): Promise<HttpResponse> => {
    requests.push(request);
    const { text = '', ...rest } = answer(request);
    const body = new TextEncoder().encode(text).buffer;
    return Promise.resolve({ status: 200, headers: {}, body, url: request.url, ...rest });
  };
  return { fetch, requests };
}

const refuse = (what: string) => () => Promise.reject(new Error(`There is no ${what} in this test.`));

/** Nothing outside, no time, no chance. */
const quietContext: ActionContext = {
  signal: new AbortController().signal,
  log: () => undefined,
  payload: undefined,
  facts: {
    executionId: 'execution-1',
    integration: { id: 'integration-1', name: 'Test' },
    flow: { id: 'Flow 1', name: 'Flow 1' },
    startedAt: '2026-01-01T00:00:00.000Z',
  },
  state: { kind: () => 'nothing', get: () => undefined, keys: () => [], all: () => ({}) },
  fetch: refuse('network'),
  invoke: refuse('other flow'),
  recur: refuse('recursion'),
  code: refuse('sandbox'),
  codeArguments: () => [{}, {}],
  calculate: (name, args) => calculateHere({ name, args }),
  secrets: openSecrets,
  files: noFiles,
  wait: () => Promise.resolve(),
  now: () => Date.UTC(2026, 0, 1),
  random: () => 0.5,
  idempotencyKey: 'execution-1:step',
};
