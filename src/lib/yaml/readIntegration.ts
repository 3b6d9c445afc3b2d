/** From the tree of a document of version 7 to an `Integration`; everything unknown is kept (format.md 1.2 to 1.4). */
import type {
  ConfigElement,
  ConfigPage,
  Flow,
  Integration,
  QueueConfig,
  RetryConfig,
  Step,
} from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { MapReader } from '#lib/yaml/MapReader.ts';
import type { Origin } from '#lib/yaml/Origin.ts';
import { readConfigVar } from '#lib/yaml/readConfigVar.ts';
import { readInput } from '#lib/yaml/readInput.ts';
import { readTrigger, readStep } from '#lib/yaml/readStep.ts';
import { defined } from '#lib/yaml/defined.ts';
import { withFile } from '#lib/yaml/withFile.ts';

/** Reads a whole document; problems go to the origin, and what can be read is read all the same. */
export function readIntegration(origin: Origin): Integration {
  const map = new MapReader(origin.document.contents, [], origin);
  map.raw('definitionVersion');
  const integration = {
    name: map.required('name'),
    description: map.text('description'),
    category: map.text('category'),
    documentation: map.text('documentation'),
    labels: readLabels(map),
    configVars: map.optionalList('requiredConfigVars', readConfigVar),
    configPages: map.list('configPages', readPage),
    flows: readFlows(map),
    ...defined({
      endpointType: map.optionalText('endpointType'),
      defaultInstanceProfile: map.optionalText('defaultInstanceProfile'),
      preprocessFlowName: map.optionalText('preprocessFlowName'),
      externalCustomerIdField: map.noun('externalCustomerIdField', readInput),
      externalCustomerUserIdField: map.noun('externalCustomerUserIdField', readInput),
      flowNameField: map.noun('flowNameField', readInput),
    }),
  };
  map.absent('configPages');
  return withFile(map, integration);
}

/** Texts only; a list that holds anything else is kept as it is. */
function readLabels(map: MapReader): string[] {
  const labels = map.raw('labels');
  if (Array.isArray(labels) && labels.length > 0 && labels.every((label) => typeof label === 'string'))
    return labels.map((label) => label.toLowerCase());
  map.keep('labels');
  return [];
}

function readFlows(map: MapReader): Flow[] {
  const flows = map.list('flows', readFlow);
  if (!map.has('flows')) map.note('missing', 'The document has no flows.', []);
  return flows;
}

function readFlow(node: unknown, path: DocumentPath, origin: Origin): Flow {
  const map = new MapReader(node, path, origin);
  const name = map.required('name');
  const [trigger, ...steps] = map.list('steps', (item, at) =>
    at.at(-1) === 0 ? readTrigger(item, at, origin) : readStep(item, at, origin),
  );
  if (!trigger) map.note('missing', `Flow “${name}” has no trigger: its first step must be one.`, []);
  return withFile(map, {
    name,
    description: map.text('description'),
    trigger: trigger ?? missingTrigger,
    steps,
    ...defined({
      isSynchronous: map.flag('isSynchronous'),
      endpointSecurityType: map.optionalText('endpointSecurityType'),
      retryConfig: map.noun('retryConfig', readRetry),
      queueConfig: map.noun('queueConfig', readQueue),
    }),
  });
}

/** Stands in a flow without steps, so that the rest of the document can still be shown. */
const missingTrigger: Step = {
  name: 'Trigger',
  description: '',
  action: { connector: 'webhook-triggers', key: 'webhook', version: 'LATEST', isPublic: true },
  inputs: {},
};

function readRetry(node: unknown, path: DocumentPath, origin: Origin): RetryConfig {
  const map = new MapReader(node, path, origin);
  const retry = defined({
    maxAttempts: map.number('maxAttempts'),
    delayMinutes: map.number('delayMinutes'),
    usesExponentialBackoff: map.flag('usesExponentialBackoff'),
    uniqueRequestIdField: map.noun('uniqueRequestIdField', readInput),
  });
  return withFile(map, retry);
}

function readQueue(node: unknown, path: DocumentPath, origin: Origin): QueueConfig {
  const map = new MapReader(node, path, origin);
  const queue = defined({
    usesFifoQueue: map.flag('usesFifoQueue'),
    dedupeIdField: map.noun('dedupeIdField', readInput),
    singletonExecutions: map.flag('singletonExecutions'),
    concurrencyLimit: map.number('concurrencyLimit'),
  });
  return withFile(map, queue);
}

function readPage(node: unknown, path: DocumentPath, origin: Origin): ConfigPage {
  const map = new MapReader(node, path, origin);
  const page = {
    name: map.text('name'),
    tagline: map.text('tagline'),
    elements: map.list('elements', readElement),
  };
  map.absent('elements');
  return withFile(map, page);
}

function readElement(node: unknown, path: DocumentPath, origin: Origin): ConfigElement {
  const map = new MapReader(node, path, origin);
  map.absent('value');
  return withFile(map, { type: map.required('type'), value: map.raw('value') });
}
