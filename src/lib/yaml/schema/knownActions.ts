/** From the catalogue: the keys of connectors, actions and inputs that an editor offers. Others stay allowed. */
import type { Catalogue, CatalogueAction, CatalogueConnector, CatalogueInput } from '#lib/model/catalogue.ts';
import { one, when, type JsonSchema } from '#lib/yaml/schema/JsonSchema.ts';

/** Schemas that all hold of a step which uses one of the wanted actions. */
export function knownActions(
  catalogue: Catalogue,
  wanted: (action: CatalogueAction) => boolean,
): JsonSchema[] {
  const connectors = catalogue.connectors
    .map((connector) => ({ ...connector, actions: connector.actions.filter(wanted) }))
    .filter(({ actions }) => actions.length > 0);
  return [inAction({ component: inKey(offered(connectors)) }), ...connectors.map(actionsOf)];
}

/** Asked connector first: a step is then held against the actions of one connector, not of all. */
function actionsOf(connector: CatalogueConnector): JsonSchema {
  const isIts = inAction({ component: { ...inKey({ const: connector.key }), required: ['key'] } });
  return {
    if: { ...isIts, required: ['action'] },
    then: { allOf: [inAction({ key: offered(connector.actions) }), ...connector.actions.map(inputsOf)] },
  };
}

function inputsOf({ key, label, description, inputs }: CatalogueAction): JsonSchema {
  const properties = Object.fromEntries(inputs.map((input) => [input.key, inputOf(input)]));
  return {
    if: { ...inAction({ key: { const: key } }), required: ['action'] },
    then: { properties: { inputs: { title: label, description, properties } } },
  };
}

/** Words of a choice are offered, not asked for: files hold others. */
function inputOf({ type, label, help, required, default: fallback, choices }: CatalogueInput): JsonSchema {
  const value: JsonSchema = {
    ...(fallback !== undefined && { default: fallback }),
    ...(choices && { anyOf: [{ enum: choices }, {}] }),
  };
  return {
    title: label,
    description: [help, required && 'Must be filled in.'].filter(Boolean).join(' ') || label,
    allOf: [
      one(type === 'conditions' ? 'conditions' : 'input'),
      ...(Object.keys(value).length > 0 ? [when('type', ['value'], { properties: { value } })] : []),
    ],
  };
}

interface Keyed {
  key: string;
  label: string;
  description: string;
}

function offered(known: readonly Keyed[]): JsonSchema {
  const keys = known.map(({ key, label, description }) => ({
    const: key,
    description: `${label}: ${description}`,
  }));
  return { anyOf: [...keys, { type: 'string' }] };
}

function inAction(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { properties: { action: { properties, required: Object.keys(properties) } } };
}

function inKey(key: JsonSchema): JsonSchema {
  return { properties: { key } };
}
