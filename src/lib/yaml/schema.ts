/**
 * The JSON Schema of format version 7, by which any editor completes and checks these files.
 * Draft 7, because every YAML plug-in knows it; newer drafts are known only to the newest ones.
 */
import type { Catalogue } from '#lib/model/catalogue.ts';
import { conditionDefinitions } from '#lib/yaml/schema/condition.ts';
import { configDefinitions } from '#lib/yaml/schema/config.ts';
import { flowDefinitions } from '#lib/yaml/schema/flow.ts';
import { inputDefinitions } from '#lib/yaml/schema/input.ts';
import {
  list,
  listOrNothing,
  mapping,
  name,
  one,
  text,
  word,
  type JsonSchema,
} from '#lib/yaml/schema/JsonSchema.ts';
import { stepDefinitions } from '#lib/yaml/schema/step.ts';

export interface DocumentSchema extends JsonSchema {
  $schema: string;
  definitions: Readonly<Record<string, JsonSchema>>;
}

/** Plain data. The connectors of the catalogue are offered with their actions and inputs; others are allowed. */
export function documentSchema(catalogue: Catalogue): DocumentSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...integration,
    definitions: {
      ...flowDefinitions,
      ...stepDefinitions(catalogue),
      ...inputDefinitions,
      ...conditionDefinitions,
      ...configDefinitions,
    },
  };
}

const integration = mapping(
  'An integration: flows, what they need to be configured, and notes.',
  {
    name: name('The name of the integration.'),
    description: text('One or two sentences for whoever chooses an integration.'),
    category: text('Free text by which lists are grouped.'),
    documentation: text('Internal notes in Markdown.'),
    definitionVersion: { const: 7, description: 'The version of the file format.' },
    endpointType: word(
      'Which webhook addresses there are.',
      {
        flow_specific: 'one for each flow of each instance',
        instance_specific: 'one for each instance',
        shared_instance: 'one for all instances',
      },
      'flow_specific',
    ),
    defaultInstanceProfile: text('The name of the settings that instances run with.'),
    labels: listOrNothing('Words to find the integration by, in lower case.', { type: 'string' }),
    configPages: listOrNothing('The pages of the configuration wizard.', one('configPage')),
    requiredConfigVars: listOrNothing('What a customer sets.', one('configVar')),
    flows: list('The flows, in the order they are shown.', one('flow')),
    preprocessFlowName: text('The flow that finds out which customer and flow a shared address means.'),
    externalCustomerIdField: one('reference', 'Where that flow says which customer it is.'),
    externalCustomerUserIdField: one('reference', 'Where that flow says which user it is.'),
    flowNameField: one('reference', 'Where that flow says which flow is meant.'),
    renameAttributes: mapping('Renames that an import takes over without losing values.', {
      flows: list('Flows that got another name.', one('renaming')),
      requiredConfigVars: list('Config variables that got another key.', one('renaming')),
    }),
    isCodeNative: { type: 'boolean', description: 'Written by integrations that are made as code.' },
    importMetadata: { description: 'Written by integrations that are made as code.' },
    componentRegistry: { description: 'Written by integrations that are made as code.' },
  },
  ['name', 'definitionVersion', 'flows'],
);
