/** The schema of config variables and config pages (format.md 1.3, 1.8). */
import {
  flag,
  list,
  mapping,
  name,
  one,
  text,
  when,
  word,
  type JsonSchema,
} from '#lib/yaml/schema/JsonSchema.ts';

const dataType = word('What the variable holds.', {
  string: 'text',
  number: 'a number',
  boolean: 'yes or no',
  date: 'a day',
  timestamp: 'a day and a time',
  picklist: 'one of several choices',
  schedule: 'a cron expression',
  code: 'JSON, XML or HTML',
  connection: 'an address and how to sign in there',
  objectSelection: 'objects chosen from another system',
  objectFieldMap: 'fields of one system mapped to those of another',
  jsonForm: 'a form made from a JSON Schema',
  htmlElement: 'text on the page; only in integrations written as code',
});

/** Keys that every variable may have. */
const plain = {
  key: name('The name that is shown, and by which inputs refer to it.'),
  dataType,
  description: text('Shown below the variable.'),
  defaultValue: {
    type: ['string', 'number', 'boolean', 'null'],
    description: 'What it holds until somebody sets it; lists as JSON text.',
  },
  collectionType: word('Several values instead of one.', {
    valuelist: 'a list of values',
    keyvaluelist: 'a list of keys with values',
  }),
  orgOnly: flag('Set by the own organisation, not by the customer.'),
  meta: one('visibility', 'Who may see and set it.'),
  stableKey: text('An identity that outlives renames.'),
  header: text('A heading above the variable; only in older files.'),
  hasDivider: flag('A line above the variable; only in older files.'),
};

/** Keys that belong to one or two data types. */
const typed = {
  pickList: list('The choices of a picklist.', { type: 'string' }),
  codeLanguage: word('What kind of code it holds.', { json: 'JSON', xml: 'XML', html: 'HTML' }),
  scheduleType: text('The unit a schedule is chosen in, such as `hour` or `custom`.'),
  timeZone: text('Of a schedule: an IANA name. Empty is UTC.'),
  connection: one('componentUse', 'Which connection of which connector.'),
  dataSource: one('componentUse', 'What fills the choices. `inputs` are its inputs then.'),
  inputs: {
    type: 'object',
    description: 'Inputs of the connection or of the data source.',
    additionalProperties: one('input'),
  },
  onPremiseConnectionConfig: word(
    'Whether the connection goes through an agent in the customer’s network.',
    { disallowed: 'never', allowed: 'if the customer wants', required: 'always' },
    'disallowed',
  ),
  useScopedConfigVar: text('The key of a connection that several integrations share.'),
};

const configVar: JsonSchema = {
  ...mapping('Something a customer sets when the integration is deployed.', { ...plain, ...typed }, [
    'key',
    'dataType',
  ]),
  allOf: [
    when('dataType', ['connection'], {
      anyOf: [{ required: ['connection'] }, { required: ['useScopedConfigVar'] }],
    }),
  ],
};

const componentUse = mapping(
  'A connection or a data source of a connector.',
  {
    key: name('Its key within the connector.'),
    component: one('componentRef'),
    template: text('The connection template it starts from.'),
  },
  ['key', 'component'],
);

const configPage = mapping(
  'A page of the wizard that asks for config variables.',
  {
    name: text('The title of the page.'),
    tagline: text('A line below the title.'),
    userLevelConfigured: flag('Each user fills in the page, not the customer as a whole.', false),
    elements: list('What stands on the page, from top to bottom.', one('configElement')),
  },
  ['name', 'elements'],
);

const configElement: JsonSchema = {
  ...mapping(
    'A thing on a config page.',
    {
      type: word('What it is.', {
        configVar: 'a config variable',
        htmlElement: 'text as HTML',
        jsonForm: 'a form',
      }),
      value: {},
    },
    ['type', 'value'],
  ),
  allOf: [
    when('type', ['configVar'], { properties: { value: name('The key of the config variable.') } }),
    when('type', ['htmlElement'], { properties: { value: text('The HTML.') } }),
  ],
};

export const configDefinitions = { configVar, componentUse, configPage, configElement };
