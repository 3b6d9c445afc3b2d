/** The schema of steps, triggers and branches (format.md 1.5, 1.7). */
import type { Catalogue } from '#lib/model/catalogue.ts';
import { knownActions } from '#lib/yaml/schema/knownActions.ts';
import {
  flag,
  list,
  listOrNothing,
  mapping,
  name,
  one,
  text,
  whole,
  word,
  type JsonSchema,
} from '#lib/yaml/schema/JsonSchema.ts';

/** Steps and triggers differ in the actions that are offered, and in the mark of the trigger. */
export function stepDefinitions(catalogue: Catalogue): Record<string, JsonSchema> {
  const triggers = knownActions(catalogue, ({ kind }) => kind === 'trigger');
  const actions = knownActions(catalogue, ({ kind }) => kind !== 'trigger');
  const isTrigger = { const: true, description: 'Says that this step starts the flow.' };
  const isNoTrigger = { const: false, description: 'Only the first step of a flow can be its trigger.' };
  return {
    ...parts,
    trigger: { required: ['isTrigger'], properties: { isTrigger }, allOf: [one('anyStep'), ...triggers] },
    step: { properties: { isTrigger: isNoTrigger }, allOf: [one('anyStep'), ...actions] },
  };
}

const componentRef = mapping(
  'Which connector.',
  {
    key: name('The key of the connector.'),
    version: {
      description: 'The version of the connector: a number, or LATEST.',
      anyOf: [{ const: 'LATEST' }, { type: 'integer' }],
      default: 'LATEST',
    },
    isPublic: flag('It is one of the catalogue, not one of the organisation’s own.', true),
    signature: text('Stands for the version where integrations are written as code.'),
  },
  ['key'],
);

const action = mapping(
  'What the step does.',
  { key: name('The key of the action.'), component: one('componentRef') },
  ['key', 'component'],
);

const anyStep = mapping(
  'One use of an action.',
  {
    name: name('Unique in its flow, also across loops and branches. References are made from it.'),
    description: text('What the step is for.'),
    action: one('action'),
    inputs: {
      type: 'object',
      description: 'What the action is given: input key to input.',
      additionalProperties: one('input'),
    },
    steps: listOrNothing('The steps that a loop repeats.', one('step')),
    branches: listOrNothing('The lanes of a branch, in the order of its inputs, `Else` last.', one('branch')),
    schedule: one('schedule'),
    errorConfig: one('errorConfig'),
    stableKey: text('An identity that outlives renames.'),
  },
  ['name', 'action'],
);

const branch = mapping(
  'A lane of a branch.',
  {
    name: name('As the inputs of the branch name it.'),
    steps: list('The steps that run when the lane is taken.', one('step')),
  },
  ['name', 'steps'],
);

const schedule: JsonSchema = {
  ...mapping('When a trigger starts its flow by the clock.', {
    meta: mapping('How the schedule was made.', {
      scheduleType: word('The unit the schedule was chosen in.', {
        none: 'no schedule',
        once: 'a single time',
        custom: 'a cron expression written by hand',
        minute: 'every so many minutes',
        hour: 'every so many hours',
        day: 'every so many days',
        week: 'on days of the week',
      }),
      timeZone: text('An IANA name such as `Europe/Berlin`. Empty is UTC.'),
    }),
  }),
  allOf: [
    one('input', 'A cron expression of five fields, or the config variable that holds one.'),
    { properties: { type: { enum: ['value', 'configVar', 'template', 'reference'] } } },
  ],
};

const errorConfig = mapping('What happens when the step fails.', {
  errorHandlerType: word(
    'How a failure is handled.',
    {
      fail: 'the execution fails',
      ignore: 'the flow goes on, and the failure is the step’s result',
      retry: 'the step is tried again',
    },
    'fail',
  ),
  maxAttempts: whole('How often it is tried again.', 0, 5),
  delaySeconds: whole('Seconds between two attempts.', 0, 60),
  usesExponentialBackoff: flag('Each wait is twice as long as the one before.'),
  ignoreFinalError: flag('The flow goes on after the last attempt too.'),
});

const parts = { componentRef, action, anyStep, branch, schedule, errorConfig };
