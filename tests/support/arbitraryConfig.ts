/** Random config variables, pages, and what an integration says about itself. */
import fc from 'fast-check';
import type { ConfigPage, ConfigVar, Input, Integration } from '#lib/model/integration.ts';
import { extra, name, pick, text, type Known, type Made } from './arbitraryInput.ts';
import { action, inputs } from './arbitraryStep.ts';

export interface ConfigVarPlan {
  key: string;
  make: (key: string, known: Known) => ConfigVar;
}

/** What one type of variable has besides what all have. */
const ofType: fc.Arbitrary<Made<Omit<ConfigVar, 'key' | 'description'>>> = fc.oneof(
  fc
    .record({ dataType: fc.constantFrom('string', 'number', 'date'), defaultValue: text })
    .map((fields) => () => fields),
  fc
    .record({ dataType: fc.constant('string'), collectionType: fc.constantFrom('valuelist', 'keyvaluelist') })
    .map((fields) => () => fields),
  fc
    .record({ dataType: fc.constant('picklist'), pickList: fc.array(text, { maxLength: 3 }) })
    .map((fields) => () => fields),
  fc
    .record({
      dataType: fc.constant('schedule'),
      scheduleType: fc.constant('hour'),
      timeZone: fc.constant('UTC'),
    })
    .map((fields) => () => fields),
  fc
    .record({ dataType: fc.constant('code'), codeLanguage: fc.constantFrom('json', 'xml') })
    .map((fields) => () => fields),
  fc.record({ dataType: fc.constant('connection'), connection: action, made: inputs }).map(withInputs),
  fc.constant(() => ({ dataType: 'connection', useScopedConfigVar: 'shared-key' })),
  fc
    .record({
      dataType: fc.constantFrom('picklist', 'jsonForm', 'objectSelection'),
      dataSource: action,
      made: inputs,
    })
    .map(withInputs),
);

export const configVarPlan: fc.Arbitrary<ConfigVarPlan> = fc
  .record({
    key: name,
    description: fc.oneof(fc.constant(''), text),
    typed: ofType,
    orgOnly: fc.record({ orgOnly: fc.boolean() }, { requiredKeys: [] }),
    more: extra,
  })
  .map(({ key: planned, description, typed, orgOnly, more }) => ({
    key: planned,
    make: (key, known) => ({ key, description, ...typed(known), ...orgOnly, ...more }),
  }));

/** Variables, texts and forms; a variable may be shown on several pages. */
export const configPage: fc.Arbitrary<Made<ConfigPage>> = fc
  .record({
    name,
    tagline: fc.oneof(fc.constant(''), text),
    elements: fc.array(
      fc.oneof(
        fc.nat().map((index) => ({ configVars }: Known) => ({
          type: 'configVar',
          value: pick(configVars, index, 'Nothing'),
        })),
        fc.constant(() => ({ type: 'htmlElement', value: '<h3>Set it up</h3>' })),
      ),
      { maxLength: 4 },
    ),
    more: fc.oneof(fc.constant({}), fc.constant({ extra: { userLevelConfigured: true } })),
  })
  .map(({ elements, more, ...page }) => (known) => ({
    ...page,
    elements: elements.map((make) => make(known)),
    ...more,
  }));

type Heads = Known['heads'];

/** Everything of an integration but its lists; `heads` are those of its first flow, which may be the preprocess flow. */
export const integrationFields: fc.Arbitrary<
  (heads: Heads, known: Known) => Omit<Integration, 'configVars' | 'configPages' | 'flows'>
> = fc
  .record({
    name,
    description: text,
    category: fc.constantFrom('', 'Samples'),
    documentation: fc.oneof(fc.constant(''), fc.constant('# Notes\n\nSome *text*.\n')),
    labels: fc.array(fc.constantFrom('demo', 'sales'), { maxLength: 2 }),
    defaults: fc.record({ defaultInstanceProfile: text }, { requiredKeys: [] }),
    isShared: fc.boolean(),
    more: extra,
  })
  .map(({ defaults, isShared, more, ...fields }) => (heads, { flows }) => ({
    ...fields,
    ...defaults,
    ...(isShared && {
      endpointType: 'shared_instance',
      preprocessFlowName: flows[0] ?? '',
      externalCustomerIdField: field(heads, 'body.data.customer'),
      flowNameField: field(heads, 'body.data.flow'),
    }),
    ...more,
  }));

function field(heads: Heads, rest: string): Input {
  return { type: 'reference', value: `${heads.at(-1) ?? ''}.results.${rest}` };
}

function withInputs<T extends object>({
  made,
  ...fields
}: T & { made: Made<Readonly<Record<string, Input>>> }) {
  return (known: Known) => ({ ...fields, inputs: made(known) });
}
