/** From plain data of format version 7 to an `Integration`; everything unknown is kept (format.md 1.2 to 1.8). */
import type {
  ActionRef,
  Branch,
  ConfigElement,
  ConfigPage,
  ConfigVar,
  Flow,
  Input,
  Integration,
  Step,
} from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { MapReader, isRecord, type Notes } from '#lib/yaml/MapReader.ts';
import { readInput } from '#lib/yaml/readInput.ts';

/** Reads a whole document; problems go to `notes`, and what can be read is read all the same. */
export function readIntegration(data: unknown, notes: Notes): Integration {
  const map = new MapReader(data, [], notes);
  map.raw('definitionVersion');
  return withExtra(map, {
    name: map.required('name'),
    description: map.text('description'),
    category: map.text('category'),
    documentation: map.text('documentation'),
    labels: readLabels(map),
    configVars: map.list('requiredConfigVars', (item, path) => readConfigVar(item, path, notes)),
    configPages: map.list('configPages', (item, path) => readPage(item, path, notes)),
    flows: readFlows(map),
  });
}

/** Texts only; a list that holds anything else is kept as it is. */
function readLabels(map: MapReader): string[] {
  const labels = map.raw('labels');
  if (Array.isArray(labels) && labels.every((label) => typeof label === 'string'))
    return labels.map((label) => label.toLowerCase());
  if (labels !== undefined) map.keep('labels');
  return [];
}

function readFlows(map: MapReader): Flow[] {
  const flows = map.list('flows', (item, path) => readFlow(item, path, map.notes));
  if (!map.has('flows')) map.note('missing', 'The document has no flows.', []);
  return flows;
}

function readFlow(data: unknown, path: DocumentPath, notes: Notes): Flow {
  const map = new MapReader(data, path, notes);
  const name = map.required('name');
  const [trigger, ...steps] = map.list('steps', (item, at) => readFlowStep(item, at, notes));
  if (!trigger) map.note('missing', `Flow “${name}” has no trigger: its first step must be one.`, []);
  return withExtra(map, {
    name,
    description: map.text('description'),
    trigger: trigger ?? missingTrigger,
    steps,
  });
}

/** Stands in a flow without steps, so that the rest of the document can still be shown. */
const missingTrigger: Step = {
  name: 'Trigger',
  description: '',
  action: { connector: 'webhook-triggers', key: 'webhook', version: 'LATEST', isPublic: true },
  inputs: {},
};

/** The first step is the trigger, which its place says already; the mark elsewhere is kept like any other key. */
function readFlowStep(data: unknown, path: DocumentPath, notes: Notes): Step {
  const step = readStep(data, path, notes);
  if (path.at(-1) !== 0 || step.extra?.isTrigger !== true) return step;
  const { isTrigger: _isTrigger, ...extra } = step.extra;
  return { ...step, extra: Object.keys(extra).length > 0 ? extra : undefined };
}

function readStep(data: unknown, path: DocumentPath, notes: Notes): Step {
  const map = new MapReader(data, path, notes);
  const step: Step = {
    name: map.required('name'),
    description: map.text('description'),
    action: readAction(map.map('action')),
    inputs: map.has('inputs') ? readInputs(map.map('inputs')) : {},
  };
  if (Array.isArray(map.peek('steps')))
    step.steps = map.list('steps', (item, at) => readStep(item, at, notes));
  if (Array.isArray(map.peek('branches')))
    step.branches = map.list('branches', (item, at) => readBranch(item, at, notes));
  return withExtra(map, step);
}

function readBranch(data: unknown, path: DocumentPath, notes: Notes): Branch {
  const map = new MapReader(data, path, notes);
  const steps = map.list('steps', (item, at) => readStep(item, at, notes));
  return withExtra(map, { name: map.required('name'), steps });
}

function readAction(map: MapReader): ActionRef {
  const key = map.required('key');
  const component = map.map('component');
  const action: ActionRef = {
    connector: component.required('key'),
    key,
    version: readVersion(component),
    isPublic: component.flag('isPublic', true),
  };
  const extra = { ...map.extra(), ...(component.extra() && { component: component.extra() }) };
  return Object.keys(extra).length > 0 ? { ...action, extra } : action;
}

/** A number, or the word LATEST. */
function readVersion(component: MapReader): number | string {
  const version = component.raw('version');
  return typeof version === 'number' ? version : component.text('version', 'LATEST');
}

function readInputs(map: MapReader): Record<string, Input> {
  return Object.fromEntries(
    map.keys().map((key) => [key, readInput(map.raw(key), [...map.path, key], map.notes)]),
  );
}

function readConfigVar(data: unknown, path: DocumentPath, notes: Notes): ConfigVar {
  const map = new MapReader(data, path, notes);
  const configVar: ConfigVar = {
    key: map.required('key'),
    dataType: map.text('dataType', 'string'),
    description: map.text('description'),
  };
  if (map.has('defaultValue')) configVar.defaultValue = map.raw('defaultValue');
  if (map.has('collectionType')) configVar.collectionType = map.text('collectionType');
  return withExtra(map, configVar);
}

function readPage(data: unknown, path: DocumentPath, notes: Notes): ConfigPage {
  const map = new MapReader(data, path, notes);
  const elements = map.list('elements', (item, at) => readElement(item, at, notes));
  return withExtra(map, { name: map.text('name'), tagline: map.text('tagline'), elements });
}

function readElement(data: unknown, path: DocumentPath, notes: Notes): ConfigElement {
  if (!isRecord(data)) return { type: 'unknown', value: data };
  const map = new MapReader(data, path, notes);
  return withExtra(map, { type: map.required('type'), value: map.raw('value') });
}

function withExtra<T extends object>(map: MapReader, noun: T): T {
  const extra = map.extra();
  return extra ? { ...noun, extra } : noun;
}
