/** From an `Integration` to the text of a file of version 7: the same document always gives the same text. */
import type {
  ConfigElement,
  ConfigPage,
  ConfigVar,
  Flow,
  Integration,
  QueueConfig,
  RetryConfig,
  Step,
} from '#lib/model/integration.ts';
import { actionTree, inputTree, inputsTree } from '#lib/yaml/inputTree.ts';
import {
  dataTree,
  listField,
  nounField,
  nounTree,
  optionalField,
  optionalListField,
  textField,
} from '#lib/yaml/nounTree.ts';
import { printTree } from '#lib/yaml/printTree.ts';
import { stepTree, triggerTree } from '#lib/yaml/stepTree.ts';
import type { MapTree, Tree } from '#lib/yaml/Tree.ts';

/** Keys are in the format's order, the alphabet's (format.md 1.1), with one property a line. */
export function write(integration: Integration): string {
  const { labels, configVars, configPages, flows } = integration;
  return printTree(
    nounTree(integration, {
      category: textField(integration, 'category', integration.category),
      configPages: listField(configPages.map(pageTree)),
      defaultInstanceProfile: optionalField(
        integration,
        'defaultInstanceProfile',
        integration.defaultInstanceProfile,
      ),
      definitionVersion: { tree: { kind: 'scalar', value: 7, note: versionNote(integration) } },
      description: textField(integration, 'description', integration.description),
      documentation: textField(integration, 'documentation', integration.documentation),
      endpointType: optionalField(integration, 'endpointType', integration.endpointType),
      externalCustomerIdField: nounField(integration.externalCustomerIdField, inputTree),
      externalCustomerUserIdField: nounField(integration.externalCustomerUserIdField, inputTree),
      flowNameField: nounField(integration.flowNameField, inputTree),
      flows: listField(flows.map(flowTree)),
      labels: optionalListField(textItems(integration, 'labels', labels)),
      name: textField(integration, 'name', integration.name),
      preprocessFlowName: optionalField(integration, 'preprocessFlowName', integration.preprocessFlowName),
      requiredConfigVars: optionalListField(configVars.map(configVarTree)),
    }),
  );
}

/** Steps as they are copied and pasted: a list as it stands in a flow (ux.md D-60). */
export function writeSteps(steps: readonly Step[]): string {
  return printTree({ kind: 'list', items: steps.map(stepTree) });
}

/** Of the version only the comments are kept: how an older one was spelt says nothing about 7. */
function versionNote({ written }: Integration): object | undefined {
  const { source: _source, style: _style, ...note } = written?.definitionVersion ?? {};
  return note;
}

function textItems(noun: Integration | ConfigVar, key: string, texts: readonly string[]): Tree[] {
  return texts.map((text, index) => dataTree(text, `${key}.${index}`, noun.written));
}

function flowTree(flow: Flow): MapTree {
  return nounTree(flow, {
    description: textField(flow, 'description', flow.description),
    endpointSecurityType: optionalField(flow, 'endpointSecurityType', flow.endpointSecurityType),
    isSynchronous: optionalField(flow, 'isSynchronous', flow.isSynchronous),
    name: textField(flow, 'name', flow.name),
    queueConfig: nounField(flow.queueConfig, queueTree),
    retryConfig: nounField(flow.retryConfig, retryTree),
    steps: listField([triggerTree(flow.trigger), ...flow.steps.map(stepTree)]),
  });
}

function retryTree(retry: RetryConfig): MapTree {
  return nounTree(retry, {
    delayMinutes: optionalField(retry, 'delayMinutes', retry.delayMinutes),
    maxAttempts: optionalField(retry, 'maxAttempts', retry.maxAttempts),
    uniqueRequestIdField: nounField(retry.uniqueRequestIdField, inputTree),
    usesExponentialBackoff: optionalField(retry, 'usesExponentialBackoff', retry.usesExponentialBackoff),
  });
}

function queueTree(queue: QueueConfig): MapTree {
  return nounTree(queue, {
    concurrencyLimit: optionalField(queue, 'concurrencyLimit', queue.concurrencyLimit),
    dedupeIdField: nounField(queue.dedupeIdField, inputTree),
    singletonExecutions: optionalField(queue, 'singletonExecutions', queue.singletonExecutions),
    usesFifoQueue: optionalField(queue, 'usesFifoQueue', queue.usesFifoQueue),
  });
}

function pageTree(page: ConfigPage): MapTree {
  return nounTree(page, {
    elements: listField(page.elements.map(elementTree)),
    name: textField(page, 'name', page.name),
    tagline: textField(page, 'tagline', page.tagline),
  });
}

function elementTree(element: ConfigElement): MapTree {
  return nounTree(element, {
    type: textField(element, 'type', element.type),
    value: {
      tree: dataTree(element.value, 'value', element.written),
      isDefault: element.value === undefined,
    },
  });
}

function configVarTree(configVar: ConfigVar): MapTree {
  const { description, defaultValue, pickList, inputs } = configVar;
  const optional = (
    key: 'collectionType' | 'codeLanguage' | 'scheduleType' | 'timeZone' | 'useScopedConfigVar' | 'orgOnly',
  ) => optionalField(configVar, key, configVar[key]);
  return nounTree(configVar, {
    codeLanguage: optional('codeLanguage'),
    collectionType: optional('collectionType'),
    connection: nounField(configVar.connection, actionTree),
    dataSource: nounField(configVar.dataSource, actionTree),
    dataType: textField(configVar, 'dataType', configVar.dataType, 'string'),
    defaultValue:
      'defaultValue' in configVar
        ? { tree: dataTree(defaultValue, 'defaultValue', configVar.written) }
        : undefined,
    description: description === '' ? undefined : textField(configVar, 'description', description),
    inputs: nounField(inputs, (some) => inputsTree(configVar, some)),
    key: textField(configVar, 'key', configVar.key),
    orgOnly: optional('orgOnly'),
    pickList: nounField(pickList, (choices) => ({
      kind: 'list',
      items: textItems(configVar, 'pickList', choices),
    })),
    scheduleType: optional('scheduleType'),
    timeZone: optional('timeZone'),
    useScopedConfigVar: optional('useScopedConfigVar'),
  });
}
