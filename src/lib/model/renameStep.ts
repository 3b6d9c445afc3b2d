import { stepNames } from '#lib/model/flow.ts';
import { followHeads } from '#lib/model/followHeads.ts';
import { mapFlowInputs, mapTopInputs, type ChangeInput } from '#lib/model/inputs.ts';
import type { Flow, Integration } from '#lib/model/integration.ts';
import { changeFirst, withKept, withoutFirst } from '#lib/model/mapKept.ts';
import { stepMentions } from '#lib/model/mentions.ts';
import { referenceName } from '#lib/model/name.ts';
import { changeStep } from '#lib/model/place.ts';
import { noting, refused, unchanged, type Renaming } from '#lib/model/rename.ts';
import { StepNames } from '#lib/model/StepNames.ts';

/**
 * Renames a step of a flow, or its trigger. A name gets a number when another step has it or one that references spell the
 * same. References of the flow follow, unless another step is spelled as the old name is: no one can know which of the two
 * they mean, so they are left, and mean the other one from now on.
 */
export function renameStep(integration: Integration, flowName: string, from: string, to: string): Renaming {
  const flow = integration.flows.find(({ name }) => name === flowName);
  const names = flow ? stepNames(flow) : [];
  if (!flow || !names.includes(from))
    return refused(integration, from, `Flow “${flowName}” has no step “${from}”.`);
  if (to.trim() === '') return refused(integration, from, 'A step needs a name.');
  if (from === to) return unchanged(integration, from);
  const others = new StepNames(withoutFirst(names, (name) => name === from));
  const oldHead = referenceName(from);
  const isShared = others.hasHead(oldHead);
  const name = others.take(to);
  const newHead = referenceName(name);
  const { change, changed } = noting(
    isShared ? (input) => input : followHeads(new Map([[oldHead, newHead]])),
  );
  const renamed = changeFirst(
    integration.flows,
    (one) => one === flow,
    (one) => mapFlowInputs(renamedIn(one, from, name), change),
  );
  const followed = followPreprocess({ ...integration, flows: renamed }, flowName, change);
  const mentions = oldHead === newHead ? [] : stepMentions(followed, flowName, oldHead);
  return { integration: followed, name, rewritten: changed.length, mentions };
}

function renamedIn(flow: Flow, from: string, to: string): Flow {
  return changeStep(flow, from, (step) => withKept(step, 'name', to));
}

/** The fields that find customer and flow of a shared address are references into one flow's steps. */
function followPreprocess(integration: Integration, flowName: string, change: ChangeInput): Integration {
  return integration.preprocessFlowName === flowName ? mapTopInputs(integration, change) : integration;
}
