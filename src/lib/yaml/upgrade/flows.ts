/** Flows, triggers and steps of older versions (format.md 1.9). */
import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { DocumentPath } from '#lib/model/problem.ts';
import { itemsOf, mapAt, take, takeValue, type Changes } from '#lib/yaml/upgrade/Changes.ts';

/** Makes one flow of a document that has only steps, puts triggers first among the steps, and spells actions anew. */
export function upgradeFlows(root: YAMLMap, changes: Changes): void {
  if (!root.has('flows')) wrapInFlow(root, changes);
  const versions = takeValue(root, 'componentVersions');
  const upgrader: Upgrader = { changes, versions: isMap(versions) ? versions : undefined };
  itemsOf(root.get('flows', true)).forEach((flow, index) => {
    if (isMap(flow)) upgradeFlow(flow, ['flows', index], upgrader);
  });
  if (versions !== undefined)
    changes.add('The versions of the connectors stand at each step now.', [], versions);
}

interface Upgrader {
  changes: Changes;
  /** Version of each connector, by key, where the document has them in one place. */
  versions: YAMLMap | undefined;
}

function wrapInFlow(root: YAMLMap, changes: Changes): void {
  if (!root.has('steps') && !root.has('trigger')) return;
  const flow = changes.map({ name: changes.make('Flow 1'), description: changes.make('') });
  for (const key of ['isSynchronous', 'trigger', 'steps']) {
    const pair = take(root, key);
    if (pair) flow.items.push(pair);
  }
  root.set('flows', changes.make([flow]));
  changes.add('The steps are in a flow of their own now, “Flow 1”.', ['flows', 0], flow.get('steps', true));
}

function upgradeFlow(flow: YAMLMap, path: DocumentPath, upgrader: Upgrader): void {
  const trigger = takeValue(flow, 'trigger');
  const steps = stepsOf(flow, upgrader);
  if (isMap(trigger)) steps.items.unshift(triggerStep(trigger, [...path, 'steps', 0], upgrader));
  else if (!hasTrigger(steps)) steps.items.unshift(newTrigger(path, upgrader));
  upgradeSteps(steps, [...path, 'steps'], upgrader);
}

/** The list of a flow's steps; an empty one is made where there is none. */
function stepsOf(flow: YAMLMap, { changes }: Upgrader): YAMLSeq {
  const node: unknown = flow.get('steps', true);
  if (isSeq(node)) return node;
  const made = changes.make([]) as YAMLSeq;
  flow.set('steps', made);
  return made;
}

function hasTrigger({ items }: YAMLSeq): boolean {
  return isMap(items[0]) && items[0].get('isTrigger') === true;
}

/** Where an old document has no trigger at all, a request started it. */
function newTrigger(path: DocumentPath, { changes }: Upgrader): YAMLMap {
  changes.add('A webhook trigger was added: there was none.', [...path, 'steps', 0]);
  return changes.map({
    action: changes.make(triggerAction('webhook-triggers', 'webhook')),
    inputs: changes.make({}),
    name: changes.make('Trigger'),
    isTrigger: changes.make(true),
  });
}

/** A trigger was no step; what starts it was said by its schedule alone. */
function triggerStep(trigger: YAMLMap, path: DocumentPath, { changes }: Upgrader): YAMLMap {
  const name = String(trigger.get('name') ?? 'Trigger');
  if (!trigger.has('name')) trigger.set('name', changes.make(name));
  if (trigger.get('schedule') === null) take(trigger, 'schedule');
  if (!hasOwnAction(trigger)) {
    const [connector, key] = isScheduled(trigger)
      ? ['schedule-triggers', 'schedule']
      : ['webhook-triggers', 'webhook'];
    trigger.set('action', changes.make(triggerAction(connector, key)));
  }
  if (!trigger.has('inputs')) trigger.set('inputs', changes.make({}));
  trigger.set('isTrigger', changes.make(true));
  changes.add(`Trigger “${name}” is the first step of its flow now.`, path, trigger);
  return trigger;
}

/** Version 4 names a component for all triggers of the format itself. */
function hasOwnAction(trigger: YAMLMap): boolean {
  const action = mapAt(trigger, 'action');
  return (
    action !== undefined &&
    (action.has('component') || !/^standard/i.test(String(action.get('componentKey') ?? 'standard')))
  );
}

function isScheduled(trigger: YAMLMap): boolean {
  const schedule = mapAt(trigger, 'schedule');
  return schedule !== undefined && schedule.getIn(['meta', 'scheduleType']) !== 'none';
}

function triggerAction(connector: string, key: string): object {
  return { component: { isPublic: true, key: connector, version: 'LATEST' }, key };
}

function upgradeSteps(steps: unknown, path: DocumentPath, upgrader: Upgrader): void {
  itemsOf(steps).forEach((step, index) => {
    if (isMap(step)) upgradeStep(step, [...path, index], upgrader);
  });
}

function upgradeStep(step: YAMLMap, path: DocumentPath, upgrader: Upgrader): void {
  nameStep(step, path, upgrader);
  upgradeAction(step, path, upgrader);
  upgradeCredential(step, path, upgrader);
  upgradeSteps(step.get('steps', true), [...path, 'steps'], upgrader);
  itemsOf(step.get('branches', true)).forEach((branch, index) => {
    if (isMap(branch))
      upgradeSteps(branch.get('steps', true), [...path, 'branches', index, 'steps'], upgrader);
  });
}

function nameStep(step: YAMLMap, path: DocumentPath, { changes }: Upgrader): void {
  if (step.has('name')) return;
  const name = String(step.getIn(['action', 'key']) ?? 'Step');
  step.set('name', changes.make(name));
  changes.add(`A step without a name is called “${name}” now.`, path, step);
}

function upgradeAction(step: YAMLMap, path: DocumentPath, { changes, versions }: Upgrader): void {
  const action = mapAt(step, 'action');
  const connector = action && take(action, 'componentKey')?.value;
  if (!action || !isScalar(connector)) return;
  const key = String(connector.value);
  const version: unknown = versions?.get(key, true) ?? changes.make('LATEST');
  action.set('component', changes.map({ isPublic: changes.make(true), key: connector, version }));
  changes.add(
    `Step “${String(step.get('name'))}” says which version of “${key}” it uses.`,
    [...path, 'action'],
    connector,
  );
}

/** A credential was a key of its own; it is an input like any other now. */
function upgradeCredential(step: YAMLMap, path: DocumentPath, { changes }: Upgrader): void {
  const credential = takeValue(step, 'credential');
  if (credential === undefined || (isScalar(credential) && credential.value === null)) return;
  const inputs = mapAt(step, 'inputs') ?? changes.map({});
  step.set('inputs', inputs);
  const input = isMap(credential)
    ? credential
    : changes.map({ type: changes.make('configVar'), value: credential });
  inputs.set(changes.make(inputs.has('connection') ? 'credential' : 'connection'), input);
  changes.add(
    `The credential of “${String(step.get('name'))}” is its input “connection” now.`,
    [...path, 'inputs'],
    credential,
  );
}
