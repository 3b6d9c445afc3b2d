/**
 * Random valid documents of every shape, for property tests. Names are unique and so are their heads; references point to
 * steps of their flow, templates and lists hold every kind of input, and unknown keys stand wherever a file may have them.
 */
import fc from 'fast-check';
import type { Flow, Input, Integration } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { configPage, configVarPlan, integrationFields } from './arbitraryConfig.ts';
import { input, type Known } from './arbitraryInput.ts';
import { flowPlan } from './arbitraryStep.ts';
import { uniqueNames } from './uniqueNames.ts';

/** A whole integration, up to three flows and four config variables. */
export function arbitraryIntegration(): fc.Arbitrary<Integration> {
  return fc
    .record({
      fields: integrationFields,
      flows: fc.array(flowPlan, { minLength: 1, maxLength: 3 }),
      configVars: fc.array(configVarPlan, { maxLength: 4 }),
      pages: fc.array(configPage, { maxLength: 3 }),
    })
    .map(({ fields, flows, configVars, pages }) => {
      const flowNames = uniqueNames(flows.map(({ name }) => name));
      const keys = uniqueNames(configVars.map(({ key }) => key));
      const known: Known = { heads: [], flows: flowNames, configVars: keys };
      const made = flows.map((plan, index) => plan.make(flowNames[index] ?? '', known));
      return {
        ...fields(headsOf(made[0]), known),
        configVars: configVars.map((plan, index) => plan.make(keys[index] ?? '', known)),
        configPages: pages.map((make) => make(known)),
        flows: made,
      };
    });
}

/** One flow that knows no other flow, and the config variables `API key` and `Limit`. */
export function arbitraryFlow(): fc.Arbitrary<Flow> {
  return flowPlan.map(({ name, make }) => make(name, { ...alone, flows: [name] }));
}

/** One input of any kind; its references have the heads `trigger`, `getOrder` and `eachItem`. */
export function arbitraryInput(): fc.Arbitrary<Input> {
  return input.map((make) => make(alone));
}

const alone: Known = {
  heads: ['trigger', 'getOrder', 'eachItem'],
  flows: ['Orders'],
  configVars: ['API key', 'Limit'],
};

function headsOf(flow: Flow | undefined): Known['heads'] {
  return flow ? [flow.trigger, ...flow.steps].map(({ name }) => referenceName(name)) : [];
}
