/** Every input of a document, however deep: one walk for renames, problems, audit and differences (format.md 1.6). */
import type { ComplexItem, Flow, Input, Integration, NamedInput, Step } from '#lib/model/integration.ts';
import { mapKept, withKept } from '#lib/model/mapKept.ts';
import type { DocumentPath } from '#lib/model/problem.ts';

/** Where an input stands. */
export interface InputPlace {
  /** Name of the flow it belongs to. */
  flow?: string;
  /** Name of the step. */
  step?: string;
  /** Key of the config variable. */
  configVar?: string;
  /** Key of the input, also for what is inside its list. */
  key: string;
  /** Its path in the document as version 7 has it; the trigger is the first of the steps. */
  path: DocumentPath;
}

/** Gives an input another value; the same one when it stays. */
export type ChangeInput = (input: Input, at: InputPlace) => Input;

/**
 * Changes inputs one by one: lists are walked into, also their rows' names. What does not change keeps its identity.
 * The fields that find customer and flow of a shared address have no `flow`; they refer to steps of the preprocess flow.
 */
export function mapInputs(integration: Integration, change: ChangeInput): Integration {
  const flows = mapKept(integration.flows, (flow, index) => mapFlowInputs(flow, change, ['flows', index]));
  const configVars = mapKept(integration.configVars, (configVar, index) => {
    const at = { configVar: configVar.key, path: ['requiredConfigVars', index, 'inputs'] };
    return configVar.inputs
      ? withKept(configVar, 'inputs', mapRecord(configVar.inputs, change, at))
      : configVar;
  });
  const mapped = withKept(withKept(integration, 'flows', flows), 'configVars', configVars);
  return mapTopInputs(mapped, change);
}

/** The same for the fields that find customer and flow of a shared address. */
export function mapTopInputs(integration: Integration, change: ChangeInput): Integration {
  return topFields.reduce((document, key) => mapField(document, key, change, { path: [] }), integration);
}

/** The same for one flow. `path` is the flow's own place in the document. */
export function mapFlowInputs(flow: Flow, change: ChangeInput, path: DocumentPath = []): Flow {
  const at = { flow: flow.name, path: [...path, 'steps'] };
  const trigger = mapStep(flow.trigger, change, at, 0);
  const steps = mapKept(flow.steps, (step, index) => mapStep(step, change, at, index + 1));
  const mapped = withKept(withKept(flow, 'trigger', trigger), 'steps', steps);
  const { retryConfig, queueConfig } = mapped;
  const retry =
    retryConfig &&
    mapField(retryConfig, 'uniqueRequestIdField', change, { ...at, path: [...path, 'retryConfig'] });
  const queue =
    queueConfig && mapField(queueConfig, 'dedupeIdField', change, { ...at, path: [...path, 'queueConfig'] });
  return withKept(withKept(mapped, 'retryConfig', retry), 'queueConfig', queue);
}

/** The same for one step and those inside it. */
export function mapStepInputs(step: Step, change: ChangeInput): Step {
  return mapStep(step, change, { path: [] }, 0);
}

/** An input and where it stands. */
export interface PlacedInput {
  input: Input;
  at: InputPlace;
}

/** All inputs of a document, in its order; of lists what is in them. */
export function eachInput(integration: Integration): Iterable<PlacedInput> {
  return gathered((note) => mapInputs(integration, note));
}

/** All inputs of one flow. `path` is the flow's own place in the document. */
export function eachFlowInput(flow: Flow, path: DocumentPath = []): Iterable<PlacedInput> {
  return gathered((note) => mapFlowInputs(flow, note, path));
}

/** What is in one input: of a list its items and the names of its rows, else the input itself. */
export function leavesOf(input: Input): Input[] {
  return gathered((note) => mapInput(input, note, { key: '', path: [] })).map((leaf) => leaf.input);
}

function gathered(walk: (note: ChangeInput) => unknown): PlacedInput[] {
  const found: PlacedInput[] = [];
  walk((input, at) => {
    found.push({ input, at });
    return input;
  });
  return found;
}

const topFields = ['externalCustomerIdField', 'externalCustomerUserIdField', 'flowNameField'] as const;

/** Where a noun stands whose inputs are walked. */
type Around = Omit<InputPlace, 'key'>;

function mapStep(step: Step, change: ChangeInput, around: Around, index: number): Step {
  const path = [...around.path, index];
  const at = { ...around, step: step.name };
  const inputs = mapRecord(step.inputs, change, { ...at, path: [...path, 'inputs'] });
  const mapped = withKept(step, 'inputs', inputs);
  const schedule = mapped.schedule && mapSchedule(mapped.schedule, change, { ...at, path });
  return mapChildren(withKept(mapped, 'schedule', schedule), change, around, path);
}

function mapSchedule(
  schedule: NonNullable<Step['schedule']>,
  change: ChangeInput,
  around: Around,
): NonNullable<Step['schedule']> {
  const at = { ...around, key: 'schedule', path: [...around.path, 'schedule'] };
  return withKept(schedule, 'cron', mapInput(schedule.cron, change, at));
}

function mapChildren(step: Step, change: ChangeInput, around: Around, path: DocumentPath): Step {
  const inside = (steps: readonly Step[], at: DocumentPath) =>
    mapKept(steps, (inner, index) => mapStep(inner, change, { ...around, path: at }, index));
  const body = step.steps && inside(step.steps, [...path, 'steps']);
  const branches =
    step.branches &&
    mapKept(step.branches, (branch, index) =>
      withKept(branch, 'steps', inside(branch.steps, [...path, 'branches', index, 'steps'])),
    );
  return withKept(withKept(step, 'steps', body), 'branches', branches);
}

function mapRecord(
  inputs: Readonly<Record<string, Input>>,
  change: ChangeInput,
  around: Around,
): Readonly<Record<string, Input>> {
  let mapped = inputs;
  for (const [key, input] of Object.entries(inputs)) {
    const next = mapInput(input, change, { ...around, key, path: [...around.path, key] });
    if (next !== input) mapped = { ...mapped, [key]: next };
  }
  return mapped;
}

function mapField<T extends object, K extends keyof T & string>(
  noun: T,
  key: K,
  change: ChangeInput,
  around: Around,
): T {
  const input = noun[key] as Input | undefined;
  if (input === undefined) return noun;
  const at = { ...around, key, path: [...around.path, key] };
  return withKept(noun, key, mapInput(input, change, at) as T[K]);
}

function mapInput(input: Input, change: ChangeInput, at: InputPlace): Input {
  if (input.type !== 'complex') return change(input, at);
  const items = mapKept(input.value, (item, index) => mapItem(item, change, below(at, 'value', index)));
  return withKept(input, 'value', items);
}

function mapItem(item: ComplexItem, change: ChangeInput, at: InputPlace): ComplexItem {
  if (typeof item !== 'object' || item === null) return item;
  if (isExpression(item)) return mapKept(item, (inner, index) => mapItem(inner, change, below(at, index)));
  const mapped: NamedInput = mapInput(item, change, at);
  // Whoever makes a new input of a row need not know that it is one: its name stays.
  return 'name' in item ? withKept(mapped, 'name', mapName(item.name, change, below(at, 'name'))) : mapped;
}

function mapName(name: NamedInput['name'], change: ChangeInput, at: InputPlace): NamedInput['name'] {
  return typeof name === 'object' && name !== null ? mapInput(name, change, at) : name;
}

function below(at: InputPlace, ...keys: (string | number)[]): InputPlace {
  return { ...at, path: [...at.path, ...keys] };
}

function isExpression(item: ComplexItem): item is readonly ComplexItem[] {
  return Array.isArray(item);
}
