/** Builders for whole integrations and for every kind of step, over those of `build.ts`. */
import type {
  Branch,
  ComplexItem,
  ErrorConfig,
  Flow,
  Input,
  Integration,
  Step,
} from '#lib/model/integration.ts';
import { complex, reference, step, template, value } from './build.ts';

export function integration(...flows: Flow[]): Integration {
  return {
    name: 'Integration',
    description: '',
    category: '',
    documentation: '',
    labels: [],
    configVars: [],
    configPages: [],
    flows,
  };
}

/** A flow with a trigger of its own; `flow` of `build.ts` has a webhook. */
export function startedBy(trigger: Step, ...steps: Step[]): Flow {
  return { name: 'Flow', description: '', trigger, steps };
}

export function named(name: string, flow: Flow): Flow {
  return { ...flow, name };
}

/** Its callers wait for it. */
export function answering(flow: Flow): Flow {
  return { ...flow, isSynchronous: true };
}

export function times(name: string, count: string | number, ...steps: Step[]): Step {
  return { ...step(name, 'loop/loopNTimes', { iterationCount: value(`${count}`) }), steps };
}

export function breakLoop(name = 'Break'): Step {
  return step(name, 'loop/breakLoop');
}

export function stop(name = 'Stop', inputs: Record<string, Input> = {}): Step {
  return step(name, 'stop-execution/stopExecution', inputs);
}

/** Has the given output; text that is JSON becomes its value. */
export function give(name: string, output: unknown): Step {
  return step(name, 'result-placeholder/actions', { code: value(JSON.stringify(output)) });
}

/** Hands on what a reference points to, as it is; nothing where it leads nowhere. */
export function copy(name: string, path: string): Step {
  return select(name, path);
}

export function say(name: string, text: string, level = 'info'): Step {
  return step(name, 'log/writeLog', { level: value(level), message: template(text) });
}

/** A step that always fails: the loop it is gets no list. */
export function fail(name = 'Fail'): Step {
  return { ...step(name, 'loop/loopOverItems', { items: value('no list') }), steps: [] };
}

/** A branch on a value whose lanes are given as `[name, value, steps]`; "Else" comes last. */
export function onValue(
  name: string,
  input: Input,
  lanes: readonly (readonly [lane: string, match: string, steps: Step[]])[],
  otherwise: Step[] = [],
): Step {
  const mappings = complex(...lanes.map(([lane, match]) => ({ ...value(match), name: lane })));
  const branches: Branch[] = [
    ...lanes.map(([lane, , steps]) => ({ name: lane, steps })),
    { name: 'Else', steps: otherwise },
  ];
  return {
    ...step(name, 'branch/branchOnValue', { inputValue: input, branchValueMappings: mappings }),
    branches,
  };
}

/** One condition of a branch: `when('equal', reference('a.results'), value(1))`. */
export function when(operator: string, ...terms: Input[]): ComplexItem[] {
  return ['and', [operator, ...terms.map((term) => ({ ...term, name: '' }))]];
}

export function select(name: string, ...paths: string[]): Step {
  return step(name, 'branch/selectExecutedStepResult', { stepResults: complex(...paths.map(reference)) });
}

/** A step with lanes of any action: `lanes(step('Choose', 'test/choose'), { A: [...] })`. */
export function lanes(chooser: Step, steps: Record<string, Step[]>): Step {
  return { ...chooser, branches: Object.entries(steps).map(([name, inside]) => ({ name, steps: inside })) };
}

/** An action of persist-data: `persist('Save', 'saveExecutionValue', 'key', value(1))`. */
export function persist(
  name: string,
  action: string,
  key?: string,
  input?: Input,
  more: Record<string, Input> = {},
): Step {
  return step(name, `persist-data/${action}`, {
    ...(key !== undefined && { keyInput: value(key) }),
    ...(input && { valueInput: input }),
    ...more,
  });
}

export function code(name: string, source: string): Step {
  return step(name, 'code/runCode', { code: value(source) });
}

export function invoke(name: string, flowName: string, data: Input = value('')): Step {
  return step(name, 'cross-flow/invokeFlow', { flowName: value(flowName), data });
}

export function get(name: string, url: Input, inputs: Record<string, Input> = {}): Step {
  return step(name, 'http/httpGet', { url, ...inputs });
}

export function post(name: string, url: Input, data: Input, inputs: Record<string, Input> = {}): Step {
  return step(name, 'http/httpPost', { url, data, ...inputs });
}

export function handling(inner: Step, errorConfig: ErrorConfig): Step {
  return { ...inner, errorConfig };
}

export function ignoring(inner: Step): Step {
  return handling(inner, { errorHandlerType: 'ignore' });
}

/** Tried again so often, with so many seconds between. */
export function retrying(
  inner: Step,
  maxAttempts: number,
  delaySeconds: number,
  more: ErrorConfig = {},
): Step {
  return handling(inner, { errorHandlerType: 'retry', maxAttempts, delaySeconds, ...more });
}
