/** Config variables of older versions: a mapping of names to defaults, and credentials (format.md 1.9). */
import { isMap, isScalar, type YAMLMap } from 'yaml';
import { keyText } from '#lib/yaml/keyText.ts';
import { itemsOf, type Changes } from '#lib/yaml/upgrade/Changes.ts';

/** Makes `requiredConfigVars` a list of variables with a type, all on one page: there were no pages. */
export function upgradeConfigVars(root: YAMLMap, changes: Changes): void {
  const node: unknown = root.get('requiredConfigVars', true);
  if (isMap(node)) listFromMap(root, node, changes);
  itemsOf(root.get('requiredConfigVars', true)).forEach((item, index) => {
    if (isMap(item)) upgradeConfigVar(item, index, changes);
  });
  if (!root.has('configPages')) addPage(root, changes);
}

function addPage(root: YAMLMap, changes: Changes): void {
  const elements = itemsOf(root.get('requiredConfigVars', true)).flatMap((item) =>
    isMap(item) ? [{ type: 'configVar', value: String(item.get('key')) }] : [],
  );
  if (elements.length === 0) return;
  root.set('configPages', changes.make([{ name: 'Configuration', tagline: '', elements }]));
  changes.add('The config variables are on a page now, “Configuration”.', ['configPages', 0]);
}

function listFromMap(root: YAMLMap, map: YAMLMap, changes: Changes): void {
  const variables = map.items.map((pair, index) => {
    const key = keyText(pair.key);
    changes.add(`Config variable “${key}” has a type now: string.`, ['requiredConfigVars', index], pair.key);
    const facts = isMap(pair.value) ? pair.value : changes.map({ defaultValue: pair.value ?? '' });
    facts.set('key', pair.key);
    return facts;
  });
  root.set('requiredConfigVars', changes.make(variables));
}

function upgradeConfigVar(variable: YAMLMap, index: number, changes: Changes): void {
  const type: unknown = variable.get('dataType', true);
  const key = String(variable.get('key'));
  if (type === undefined) variable.set('dataType', changes.make('string'));
  if (!isScalar(type) || type.value !== 'credential') return;
  type.value = 'connection';
  changes.add(`Credential “${key}” is a connection now.`, ['requiredConfigVars', index, 'dataType'], type);
}
