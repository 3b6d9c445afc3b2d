/** From the tree of an older version to that of version 7, in place: nodes move with their comments (format.md 1.9). */
import { isMap, isScalar, type YAMLMap } from 'yaml';
import { versionOf } from '#lib/yaml/upgrade/versionOf.ts';
import type { Origin } from '#lib/yaml/Origin.ts';
import { Changes, type UpgradeChange } from '#lib/yaml/upgrade/Changes.ts';
import { upgradeConfigVars } from '#lib/yaml/upgrade/configVars.ts';
import { upgradeFlows } from '#lib/yaml/upgrade/flows.ts';
import { upgradeWorkflow } from '#lib/yaml/upgrade/workflow.ts';

/** Changes the tree when it is of an older version; a version that cannot be read is a problem of the origin. */
export function upgrade(origin: Origin): readonly UpgradeChange[] {
  const root = origin.document.contents;
  if (!isMap(root)) return [];
  const isWorkflow = root.get('definitionType') === 'workflow';
  const version = isWorkflow ? 1 : versionOf(root, origin);
  if (version === undefined || version === 7) return [];
  const changes = new Changes(origin);
  if (isWorkflow) upgradeWorkflow(root, changes);
  else upgradeVersion(root, version, changes);
  sayVersion(root, changes);
  return changes.list;
}

/** The older versions differ by what they have, not by their number: each step looks for the old form. */
function upgradeVersion(root: YAMLMap, version: number, changes: Changes): void {
  upgradeConfigVars(root, changes);
  upgradeFlows(root, changes);
  changes.add(`The format version is 7 now, not ${version}.`, ['definitionVersion']);
}

function sayVersion(root: YAMLMap, { origin }: Changes): void {
  const stated = root.get('definitionVersion', true);
  if (isScalar(stated)) Object.assign(stated, { value: 7, source: '7' });
  else root.set('definitionVersion', origin.document.createNode(7));
}
