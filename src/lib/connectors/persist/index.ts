import { defineConnector, type StepDefinition } from '#lib/connectors/define.ts';
import { getUsage } from '#lib/connectors/persist/getUsage.ts';
import { addToSet, appendToList, appendValues, removeFromList } from '#lib/connectors/persist/lists.ts';
import { countBy } from '#lib/connectors/persist/numbers.ts';
import type { Persisted } from '#lib/connectors/persist/Persisted.ts';
import { clear, get, keys, remove, save, saveTime } from '#lib/connectors/persist/values.ts';

const scopes: readonly Persisted[] = [
  { scope: 'crossFlow', name: 'CrossFlow', label: 'Cross-flow' },
  { scope: 'execution', name: 'Execution', label: 'Execution' },
  { scope: 'instance', name: 'Instance', label: 'Flow' },
  { scope: 'integration', name: 'Integration', label: 'Integration' },
];

/** What every scope has; `S` in a key stands for its name. */
const actions: Readonly<Record<string, (persisted: Persisted) => StepDefinition>> = {
  saveSValue: save,
  getSValue: get,
  removeSValue: remove,
  saveSCurrentTime: saveTime,
  listSKeys: keys,
  removeSState: clear,
  appendSValueToList: appendToList,
  appendSValuesToList: appendValues,
  removeSValueFromList: (persisted) => removeFromList(persisted, 'list'),
  addSValueToSet: addToSet,
  removeSValueFromSet: (persisted) => removeFromList(persisted, 'set'),
  incrementSValue: (persisted) => countBy(persisted, 1),
  decrementSValue: (persisted) => countBy(persisted, -1),
};

/** Values that later steps, flows and executions read (format.md 2.3). */
export const persistData = defineConnector({
  key: 'persist-data',
  label: 'Persist data',
  description: 'Keep values for later steps and runs.',
  family: 'data',
  icon: 'database',
  actions: { ...Object.fromEntries(scopes.flatMap(actionsOf)), getUsage },
});

function actionsOf(persisted: Persisted): [string, StepDefinition][] {
  return Object.entries(actions).map(([key, make]) => [key.replace('S', persisted.name), make(persisted)]);
}
