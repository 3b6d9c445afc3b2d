/** Flows without steps, and addresses that lead to no flow (format.md 1.2, 1.4). */
import type { Integration } from '#lib/model/integration.ts';
import { withKept } from '#lib/model/mapKept.ts';
import { changeInputsAt } from '#lib/model/problems/edits.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import { distinct, headOf } from '#lib/model/problems/heads.ts';
import type { FlowSite, LeafSite, Survey } from '#lib/model/problems/sites.ts';
import { aboutLeaf, leafSubject } from '#lib/model/problems/subject.ts';
import { pathParts, replacePart, type PathPart } from '#lib/model/reference.ts';
import { mapReferences } from '#lib/model/references.ts';

export function noFlows({ flows }: Survey): Finding[] {
  if (flows.length > 0) return [];
  return [
    {
      code: 'noSteps',
      severity: 'warning',
      message: 'The integration has no flow.',
      path: ['flows'],
      place: {},
      fixes: [{ label: 'Add a flow' }],
    },
  ];
}

/** Steps in the lanes of its trigger are steps too. */
export function noSteps({ flow, path, steps }: FlowSite): Finding[] {
  if (steps.length > 1) return [];
  return [
    {
      code: 'noSteps',
      severity: 'warning',
      message: `Flow “${flow.name}” has no steps.`,
      path,
      place: { flow: flow.name },
      fixes: [{ label: 'Add a step' }],
    },
  ];
}

/** Where flows share an address, one of them finds out which flow a request means. */
export function preprocessFlow({ integration, flowNames, suggestions }: Survey): Finding[] {
  const { endpointType = 'flow_specific', preprocessFlowName: name = '' } = integration;
  if (name === '' ? endpointType === 'flow_specific' : flowNames.has(name)) return [];
  const best = name === '' ? undefined : suggestions.nearest(name, flowNames.size, () => flowNames);
  const edit = (changed: Integration) => withKept(changed, 'preprocessFlowName', best);
  return [
    {
      code: name === '' ? 'conflictingSettings' : 'unknownFlow',
      severity: 'error',
      message:
        name === ''
          ? 'The flows share an address, but no flow is chosen that finds out which of them is meant.'
          : `The preprocess flow is to be “${name}”, but there is none of that name.`,
      path: ['preprocessFlowName'],
      place: {},
      fixes: best === undefined ? [goTo] : [{ label: `Use “${best}”`, edit }, goTo],
    },
  ];
}

/** `trigger.results.webhookUrls.Orders` (format.md 1.6.1). */
export function unknownAddress(leaf: LeafSite, { flowNames, suggestions }: Survey): Finding[] {
  const trigger = leaf.flow?.steps[0];
  return distinct(leaf.references).flatMap((path) => {
    const part = flowPart(path);
    const isAddress = part && trigger && leaf.flow?.byHead.get(headOf(path))?.includes(trigger);
    if (!isAddress || flowNames.has(part.key)) return [];
    const best = suggestions.nearest(part.key, flowNames.size, () => flowNames);
    return [noSuchAddress(leaf, path, part, best)];
  });
}

function noSuchAddress(leaf: LeafSite, path: string, part: PathPart, best: string | undefined): Finding {
  const edit = changeInputsAt([leaf.at.path], (input) =>
    mapReferences(input, (one) => (one === path && best !== undefined ? replacePart(one, part, best) : one)),
  );
  return aboutLeaf(leaf, {
    code: 'unknownFlow',
    severity: 'error',
    message: `${leafSubject(leaf)} is the address of the flow “${part.key}”, but there is none of that name.`,
    fixes: best === undefined ? [goTo] : [{ label: `Use “${best}”`, edit }, goTo],
  });
}

function flowPart(path: string): PathPart | undefined {
  if (!path.includes('webhook')) return undefined;
  const [, results, group, flow] = pathParts(path);
  const isOfFlows = group?.key === 'webhookUrls' || group?.key === 'webhookApiKeys';
  return results?.key === 'results' && isOfFlows ? flow : undefined;
}
