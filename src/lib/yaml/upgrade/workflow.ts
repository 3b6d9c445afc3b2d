/** The workflow variant of the format: one flow, and connections that are shared between workflows (format.md 1.9). */
import { isMap, isScalar, isSeq, visit, type YAMLMap } from 'yaml';
import { itemsOf, take, takeValue, type Changes } from '#lib/yaml/upgrade/Changes.ts';
import { upgradeFlows } from '#lib/yaml/upgrade/flows.ts';

/** Makes an integration with one flow of it. */
export function upgradeWorkflow(root: YAMLMap, changes: Changes): void {
  take(root, 'definitionType');
  const flow = takeValue(root, 'flow');
  const name = String(root.get('name') ?? (isMap(flow) ? flow.get('name') : undefined) ?? 'Workflow');
  if (!root.has('name')) root.set('name', changes.make(name));
  if (isMap(flow)) {
    if (!flow.has('name')) flow.set('name', changes.make(name));
    root.set('flows', changes.make([flow]));
  }
  changes.add('The workflow is an integration with one flow now.', ['flows', 0], flow);
  upgradeFlows(root, changes);
  shareConnections(root, changes);
}

/** An input that names a shared connection names a config variable that stands for it. */
function shareConnections(root: YAMLMap, changes: Changes): void {
  const shared = new Set<string>();
  visit(root, {
    Map: (_key, input) => {
      const type: unknown = input.get('type', true);
      const value = input.get('value');
      if (!isScalar(type) || type.value !== 'scopedConfigVar' || typeof value !== 'string') return;
      type.value = 'configVar';
      shared.add(value);
    },
  });
  const known = new Set(
    itemsOf(root.get('requiredConfigVars', true)).map((item) => (isMap(item) ? String(item.get('key')) : '')),
  );
  for (const key of shared) if (!known.has(key)) addConnection(root, key, changes);
}

function addConnection(root: YAMLMap, key: string, changes: Changes): void {
  if (!isSeq(root.get('requiredConfigVars', true))) root.set('requiredConfigVars', changes.make([]));
  const list = itemsOf(root.get('requiredConfigVars', true));
  list.push(changes.make({ dataType: 'connection', key, useScopedConfigVar: key }));
  changes.add(`Shared connection “${key}” is a config variable now.`, [
    'requiredConfigVars',
    list.length - 1,
  ]);
}
