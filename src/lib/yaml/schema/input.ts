/** The schema of inputs: their kinds, rows of lists, who may see them (format.md 1.6). */
import {
  flag,
  list,
  mapping,
  one,
  text,
  when,
  whenA,
  word,
  type JsonSchema,
} from '#lib/yaml/schema/JsonSchema.ts';

const kind = word('Where the value comes from.', {
  value: 'it is written here',
  reference: 'from what an earlier step produced',
  configVar: 'from a config variable',
  template: 'text with placeholders in it',
  complex: 'a list, a list of named rows, or the conditions of a branch',
  dataSource: 'choices that are fetched while configuring; kept, but not evaluated here',
});

/** Numbers and yes or no are written as text by the format's own designer; both forms are read. */
const valueOf: Readonly<Record<string, JsonSchema>> = {
  value: { description: 'The value itself. Numbers and booleans may be written as text.' },
  reference: text('A path such as `getOrder.results.id`. Empty when nothing is chosen.'),
  configVar: text('The key of a config variable. Empty when nothing is chosen.'),
  template: text('Text with `{{$step.results.path}}` and `{{#Config variable}}` in it.'),
  complex: list('The items of the list, or its named rows.', one('row')),
};

const input: JsonSchema = {
  ...mapping(
    'What an input holds.',
    {
      type: kind,
      value: {},
      meta: one('visibility', 'Who may see and set it. Only below config variables.'),
    },
    ['type', 'value'],
  ),
  allOf: Object.entries(valueOf).map(([type, value]) => when('type', [type], { properties: { value } })),
};

/** A row of a list: an input, a named one, or a part of a condition. */
const row: JsonSchema = {
  type: ['object', 'array', 'string'],
  allOf: [whenA('object', one('namedInput')), whenA('array', one('expression'))],
};

const namedInput: JsonSchema = {
  allOf: [
    one('input'),
    {
      properties: {
        name: {
          description: 'The key of the row: text, or an input that gives the text.',
          allOf: [whenA('object', one('input'))],
        },
      },
    },
  ],
};

const reference: JsonSchema = {
  allOf: [one('input'), { properties: { type: { enum: ['reference', 'value', 'template', 'configVar'] } } }],
};

const visibility = mapping('Who may see and set a config variable or one of its inputs.', {
  visibleToOrgDeployer: flag('People of the own organisation see it when they deploy.'),
  visibleToCustomerDeployer: flag('People of the customer see it when they deploy.'),
  isVisibleToOrgDeployer: flag('An older spelling of visibleToOrgDeployer.'),
  isVisibleToCustomerDeployer: flag('An older spelling of visibleToCustomerDeployer.'),
  orgOnly: flag('Only the own organisation sets it.'),
  writeOnly: flag('Can be set, but is never shown again.'),
  oAuthSuccessRedirectUri: text('Where the browser goes after access was granted.'),
  oAuthFailureRedirectUri: text('Where the browser goes after access was refused.'),
  overrideGrantType: text('Another OAuth grant than the connection’s own.'),
  allowedTokenParams: { description: 'Parameters that may be added to the request for a token.' },
  validationMode: word('What a form does with wrong entries.', {
    ValidateAndShow: 'checks and shows them',
    ValidateAndHide: 'checks, but does not show them',
    NoValidation: 'does not check',
  }),
  dataSourceReset: word('What happens to a choice when what it depends on changes.', {
    prompt: 'asks',
    always: 'clears it',
  }),
});

export const inputDefinitions = {
  input,
  namedInput,
  row,
  reference,
  visibility,
};
