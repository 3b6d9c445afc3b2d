/** Changes of the flows of a document: which there are, their order, and what changed inside each. */
import type { Change } from '#lib/model/diff/change.ts';
import { diffFlow } from '#lib/model/diff/diffFlow.ts';
import { itemChange, orderChanges, renameChanges, type Naming } from '#lib/model/diff/listChanges.ts';
import { matchLists, share, type Matching } from '#lib/model/diff/match.ts';
import type { Names } from '#lib/model/diff/names.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Flow, Integration } from '#lib/model/integration.ts';

type Flows = Integration['flows'];

export interface FlowsDiff {
  changes: readonly Change[];
  /** From the later name of a flow to the renames of its steps. */
  namesIn: ReadonlyMap<string, Names>;
}

/** Which flows are the same, by name or by the steps they have. */
export function matchFlows(before: Flows, after: Flows): Matching<Flow> {
  return matchLists(before, after, naming.nameOf, flowLikeness);
}

/** `renamed` has the renames of flows and config variables. */
export function diffFlows(before: Flows, after: Flows, flows: Matching<Flow>, renamed: Names): FlowsDiff {
  const inside = flows.pairs.map((pair) => ({ pair, diff: diffFlow(pair.before, pair.after, renamed) }));
  return {
    changes: [
      ...flows.removed.map((flow) => itemChange('removed', flow, naming)),
      ...flows.added.map((flow) => itemChange('added', flow, naming)),
      ...orderChanges(before, after, flows.pairs, naming),
      ...inside.flatMap(({ pair, diff }) => [...renameChanges(pair, naming), ...diff.changes]),
    ],
    namesIn: new Map(inside.map(({ pair, diff }) => [pair.after.name, diff.names])),
  };
}

const naming: Naming<Flow> = {
  label: 'Flow',
  noun: 'flow',
  nameOf: ({ name }) => name,
  placeOf: ({ name }) => ({ flow: name }),
};

function flowLikeness(before: Flow, after: Flow): number {
  const names = new Set(placedSteps(before).map(({ step }) => step.name));
  const newNames = new Set(placedSteps(after).map(({ step }) => step.name));
  const kept = Array.from(newNames).filter((name) => names.has(name)).length;
  return share(kept, names.size + newNames.size - kept);
}
