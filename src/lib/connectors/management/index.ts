import { defineConnector } from '#lib/connectors/define.ts';
import { lifecycleTrigger } from '#lib/connectors/management/lifecycle.ts';

/** Triggers for the life of an instance (format.md 2.1). */
export const managementTriggers = defineConnector({
  key: 'management-triggers',
  label: 'Management',
  description: 'Start a flow when an instance is deployed or removed.',
  family: 'trigger',
  icon: 'rocket',
  actions: {
    instanceDeploy: lifecycleTrigger('Instance deploy', 'Starts the flow when an instance is deployed.'),
    instanceRemove: lifecycleTrigger('Instance remove', 'Starts the flow when an instance is removed.'),
    userLevelConfigDeploy: lifecycleTrigger('User deploy', 'Starts the flow when a user sets it up.'),
    userLevelConfigRemove: lifecycleTrigger('User remove', 'Starts the flow when a user removes it.'),
  },
});
