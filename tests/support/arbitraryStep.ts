/** Random flows: steps, loops and branches inside one another, and how they fail, wait and start. */
import fc from 'fast-check';
import type { ActionRef, Branch, ErrorConfig, Flow, Input, Step } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { conditions, data, extra, input, leaf, name, text, type Known, type Made } from './arbitraryInput.ts';
import { uniqueNames } from './uniqueNames.ts';

export interface FlowPlan {
  name: string;
  make: (name: string, known: Known) => Flow;
}

/** A step whose name and inputs are not yet what they will be. */
interface StepPlan {
  name: string;
  inside: readonly StepPlan[];
  /** `inside` are the steps of the plan's own `inside`, in that order. */
  make: (name: string, inside: readonly Step[], known: Known) => Step;
}

type Inputs = Readonly<Record<string, Input>>;

/** An action, a connection or a data source. */
export const action: fc.Arbitrary<ActionRef> = fc.record({
  connector: fc.constantFrom('http', 'code', 'slack', 'my-own', 'webhook-triggers'),
  key: fc.constantFrom('httpGet', 'runCode', 'sendMessage', 'doIt'),
  version: fc.oneof(fc.constant('LATEST'), fc.integer({ min: 1, max: 99 })),
  isPublic: fc.boolean(),
});

/** Inputs of a step, a connection or a data source. */
export const inputs: fc.Arbitrary<Made<Inputs>> = fc
  .dictionary(fc.constantFrom('url', 'headers', 'body', 'code', 'timeout', 'x'), input, {
    maxKeys: 3,
    noNullPrototype: true,
  })
  .map((made) => (known) => madeOf(made, known));

const errorConfig: fc.Arbitrary<ErrorConfig> = fc.record(
  {
    errorHandlerType: fc.constantFrom('fail', 'ignore', 'retry'),
    maxAttempts: fc.integer({ min: 0, max: 5 }),
    delaySeconds: fc.integer({ min: 0, max: 60 }),
    usesExponentialBackoff: fc.boolean(),
    ignoreFinalError: fc.boolean(),
  },
  { requiredKeys: ['errorHandlerType'] },
);

const shared = fc.record({
  name,
  description: fc.oneof(fc.constant(''), text),
  action,
  made: inputs,
  more: fc.record(
    {
      errorConfig,
      extra: fc.dictionary(fc.constantFrom('x-note', 'isTriggering'), data, {
        minKeys: 1,
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
    { requiredKeys: [] },
  ),
});

const { steps } = fc.letrec<{ steps: StepPlan[]; step: StepPlan }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'steps' }),
  step: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'steps' },
    { arbitrary: shared.map((plan) => stepPlan(plan, [])), weight: 4 },
    { arbitrary: fc.tuple(shared, tie('steps')).map(([plan, body]) => loopPlan(plan, body)), weight: 1 },
    { arbitrary: branch(tie('steps')), weight: 1 },
  ),
}));

type Shared = typeof shared extends fc.Arbitrary<infer T> ? T : never;

function stepPlan(
  plan: Shared,
  inside: readonly StepPlan[],
  more?: (inside: readonly Step[], known: Known) => Partial<Step>,
): StepPlan {
  const { name: called, description, action: uses, made, more: fields } = plan;
  return {
    name: called,
    inside,
    make: (unique, steps, known) => ({
      name: unique,
      description,
      action: uses,
      inputs: made(known),
      ...fields,
      ...more?.(steps, known),
    }),
  };
}

function loopPlan(plan: Shared, body: readonly StepPlan[]): StepPlan {
  return stepPlan(
    { ...plan, action: { connector: 'loop', key: 'loopOverItems', version: 'LATEST', isPublic: true } },
    body,
    (inside) => ({
      steps: inside,
    }),
  );
}

/** Up to three lanes and `Else`, with the input that goes with them. */
function branch(inside: fc.Arbitrary<StepPlan[]>): fc.Arbitrary<StepPlan> {
  const lanes = fc.array(fc.tuple(name, inside), { maxLength: 2 });
  return fc.tuple(shared, lanes, inside).chain(([plan, named, otherwise]) => {
    const names = uniqueNames(
      named.map(([lane]) => lane),
      new Set(['else']),
    );
    const lists = [...named.map(([, list]) => list), otherwise];
    return fc.oneof(onExpression(names), onValue(names)).map(({ key, made }) => {
      const uses: ActionRef = { connector: 'branch', key, version: 'LATEST', isPublic: true };
      return stepPlan({ ...plan, action: uses, made }, lists.flat(), (steps) => ({
        branches: lanesOf(names, lists, steps),
      }));
    });
  });
}

function onExpression(lanes: readonly string[]): fc.Arbitrary<{ key: string; made: Made<Inputs> }> {
  return conditions(lanes).map((make) => ({
    key: 'branchOnExpression',
    made: (known) => ({ conditions: make(known) }),
  }));
}

function onValue(lanes: readonly string[]): fc.Arbitrary<{ key: string; made: Made<Inputs> }> {
  return fc
    .tuple(leaf, fc.boolean(), fc.array(text, { minLength: lanes.length, maxLength: lanes.length }))
    .map(([make, plainNames, values]) => ({
      key: 'branchOnValue',
      made: (known) => ({
        inputValue: make(known),
        branchValueMappings: {
          type: 'complex',
          value: lanes.map((lane, index) => ({
            name: plainNames ? lane : { type: 'value', value: lane },
            type: 'value',
            value: values[index],
          })),
        },
      }),
    }));
}

function lanesOf(
  names: readonly string[],
  lists: readonly (readonly StepPlan[])[],
  steps: readonly Step[],
): Branch[] {
  let start = 0;
  return lists.map((list, index) => {
    const end = start + list.length;
    const lane = { name: names[index] ?? 'Else', steps: steps.slice(start, end) };
    start = end;
    return lane;
  });
}

const schedule = fc
  .record({
    cron: fc.oneof(
      fc
        .constantFrom('*/5 * * * *', '0 0 * * 0', '')
        .map((value) => () => ({ type: 'value', value }) as Input),
      fc.nat().map(
        (index) =>
          ({ configVars }: Known) =>
            ({ type: 'configVar', value: configVars[index % configVars.length] ?? '' }) as Input,
      ),
    ),
    scheduleType: fc.constantFrom('none', 'custom', 'minute', 'week'),
    timeZone: fc.constantFrom('', 'Europe/Vienna'),
  })
  .map(({ cron, ...rest }) => (known: Known) => ({ cron: cron(known), ...rest }));

const triggerField: fc.Arbitrary<Made<Input>> = fc
  .constantFrom('.results.body.data.id', '.results.executionId')
  .map((rest) => ({ heads }) => ({ type: 'reference', value: `${heads[0] ?? ''}${rest}` }));

/** One flow; its name and what it knows of the others are given when it is made. */
export const flowPlan: fc.Arbitrary<FlowPlan> = fc
  .record({
    name,
    description: fc.oneof(fc.constant(''), text),
    trigger: shared,
    steps,
    schedule: fc.option(schedule),
    retry: fc.option(triggerField),
    queue: fc.option(triggerField),
    calls: fc.option(fc.nat()),
    fields: fc.record(
      {
        isSynchronous: fc.boolean(),
        endpointSecurityType: fc.constantFrom('unsecured', 'customer_optional', 'organization'),
      },
      { requiredKeys: [] },
    ),
    more: extra,
  })
  .map((plan) => ({
    name: plan.name,
    make: (called: string, known: Known) => flowFrom(plan, called, known),
  }));

interface Plan {
  description: string;
  trigger: Shared;
  steps: StepPlan[];
  schedule: ((known: Known) => NonNullable<Step['schedule']>) | null;
  retry: Made<Input> | null;
  queue: Made<Input> | null;
  calls: number | null;
  fields: Partial<Flow>;
  more: Pick<Flow, 'extra'>;
}

function flowFrom(plan: Plan, called: string, around: Known): Flow {
  const triggerPlan = stepPlan(plan.trigger, []);
  const plans = [triggerPlan, ...plan.steps, ...(plan.calls === null ? [] : [callPlan(plan.calls)])];
  const names = uniqueNames(namesOf(plans));
  const known = { ...around, heads: names.map(referenceName) };
  const [trigger, ...steps] = makeAll(plans, names[Symbol.iterator](), known) as [Step, ...Step[]];
  return {
    name: called,
    description: plan.description,
    trigger: { ...trigger, ...(plan.schedule && { schedule: plan.schedule(known) }) },
    steps,
    ...plan.fields,
    ...(plan.retry && {
      retryConfig: { maxAttempts: 3, delayMinutes: 1, uniqueRequestIdField: plan.retry(known) },
    }),
    ...(plan.queue && { queueConfig: { usesFifoQueue: true, dedupeIdField: plan.queue(known) } }),
    ...plan.more,
  };
}

/** A step that calls another flow by its name. */
function callPlan(index: number): StepPlan {
  return {
    name: 'Call flow',
    inside: [],
    make: (unique, _inside, { flows }) => ({
      name: unique,
      description: '',
      action: { connector: 'cross-flow', key: 'invokeFlow', version: 'LATEST', isPublic: true },
      inputs: { flowName: { type: 'value', value: flows[index % flows.length] ?? '' } },
    }),
  };
}

function namesOf(plans: readonly StepPlan[]): string[] {
  return plans.flatMap((plan) => [plan.name, ...namesOf(plan.inside)]);
}

/** In the order of `namesOf`. */
function makeAll(plans: readonly StepPlan[], names: Iterator<string>, known: Known): Step[] {
  return plans.map((plan) => {
    const unique = names.next().value as string;
    return plan.make(unique, makeAll(plan.inside, names, known), known);
  });
}

function madeOf(made: Readonly<Record<string, Made<Input>>>, known: Known): Inputs {
  return Object.fromEntries(Object.entries(made).map(([key, make]) => [key, make(known)]));
}
