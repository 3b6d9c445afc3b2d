/** The schema of flows (format.md 1.4). */
import {
  flag,
  list,
  mapping,
  name,
  one,
  text,
  whole,
  word,
  type JsonSchema,
} from '#lib/yaml/schema/JsonSchema.ts';

const steps: JsonSchema = {
  type: 'array',
  description: 'The trigger, then the steps that run after it, one after another.',
  minItems: 1,
  items: [one('trigger')],
  additionalItems: one('step'),
};

const flow = mapping(
  'A trigger and the steps that run after it.',
  {
    name: name('Unique in the integration. Webhook addresses and calls between flows use it.'),
    description: text('What the flow is for.'),
    isSynchronous: flag('The sender of a request waits for the result of the last step.', false),
    endpointSecurityType: word(
      'Whether a request to the webhook must carry an API key.',
      {
        unsecured: 'none is needed',
        customer_optional: 'the customer may set keys',
        customer_required: 'the customer must set keys',
        organization: 'keys of the organisation',
      },
      'customer_optional',
    ),
    organizationApiKeys: list('Keys that open the webhook, with `organization`.', { type: 'string' }),
    isAgentFlow: flag('The flow is offered as a tool to AI agents.', false),
    schemas: mapping('What the flow takes and gives, each as a JSON Schema.', {
      invoke: { description: 'What it is called with.' },
      result: { description: 'What it answers.' },
    }),
    retryConfig: one('retryConfig'),
    queueConfig: one('queueConfig'),
    triggerResolver: one('triggerResolver'),
    renameAttributes: mapping('Renames that an import takes over without losing values.', {
      steps: list('Steps that got another name.', one('renaming')),
    }),
    stableKey: text('An identity that outlives renames.'),
    steps,
  },
  ['name', 'steps'],
);

const retryConfig = mapping('Whether and when a failed execution is started again.', {
  maxAttempts: whole('How often it is started again.', 0, 10),
  delayMinutes: whole('Minutes between two attempts.', 0, 60),
  usesExponentialBackoff: flag('Each wait is twice as long as the one before.'),
  uniqueRequestIdField: one('reference', 'A newer execution with the same value here ends the attempts.'),
});

const queueConfig = mapping('How executions of the flow wait for each other.', {
  usesFifoQueue: flag('They run one after another in the order they came. Not for scheduled flows.'),
  dedupeIdField: one('reference', 'A request whose value here is already waiting is dropped.'),
  singletonExecutions: flag('A schedule does not start while its last execution still runs.'),
  concurrencyLimit: whole('How many may run at the same time.', 2, 15),
});

const triggerResolver = mapping('How a trigger that finds many items hands them over.', {
  enabled: flag('Items are handed over in batches.'),
  batchSize: whole('Items in a batch.', 1),
  concurrentBatchLimit: whole('Batches at the same time.', 1),
  runInitialSyncOnDeploy: flag('Everything there is comes once when the instance is deployed.'),
});

const renaming = mapping('What was called otherwise.', {
  oldName: text('The name before.'),
  newName: text('The name now.'),
});

export const flowDefinitions = { flow, retryConfig, queueConfig, triggerResolver, renaming };
