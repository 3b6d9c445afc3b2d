/** A flow as the rules look at it. */
import { findAction, type Catalogue } from '#lib/model/catalogue.ts';
import type { ActionRef, Flow, Step } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { knownStep } from '#lib/model/problems/known.ts';
import { placeLeaves, type OpenFlow, type OpenStep } from '#lib/model/problems/leaves.ts';
import type { FlowSite, StepSite } from '#lib/model/problems/sites.ts';

/** An edit leaves most flows as they are, and what they hold is the same objects then. */
const surveyed = new WeakMap<Flow, { catalogue: Catalogue; site: FlowSite }>();

export function flowSites(flows: readonly Flow[], catalogue: Catalogue): FlowSite[] {
  const find = finder(catalogue);
  return flows.map((flow, index) => {
    const before = surveyed.get(flow);
    if (before?.catalogue === catalogue && before.site.index === index) return before.site;
    const site = siteOfFlow(flow, index, find);
    surveyed.set(flow, { catalogue, site });
    return site;
  });
}

function siteOfFlow(flow: Flow, index: number, find: Find): FlowSite {
  const path = ['flows', index];
  const uses = { configVars: new Set<string>(), code: [] };
  const site: OpenFlow = { flow, index, path, steps: [], byHead: new Map(), leaves: [], uses };
  addList(site, [flow.trigger], { path: [...path, 'steps'], first: 0 }, find);
  addList(site, flow.steps, { path: [...path, 'steps'], first: 1 }, find);
  placeLeaves(site);
  return site;
}

type Found = Pick<StepSite, 'known' | 'action' | 'connector' | 'required'>;
type Find = (action: ActionRef) => Found;

/** Looks every action up once: documents use the same few again and again. */
function finder(catalogue: Catalogue): Find {
  const found = new Map<string, Found>();
  return (action) => {
    const key = `${action.connector}/${action.key}`;
    const known = found.get(key) ?? factsOf(action, catalogue);
    found.set(key, known);
    return known;
  };
}

/** What has a default may be left empty; the conditions of a branch are looked at lane by lane. */
function factsOf(ref: ActionRef, catalogue: Catalogue): Found {
  const { action, connector } = findAction(catalogue, ref.connector, ref.key) ?? {};
  const required = (action?.inputs ?? []).filter(
    (input) => input.required && input.default === undefined && input.type !== 'conditions',
  );
  return { known: knownStep(ref), action, connector, required };
}

/** A list of steps; `first` is the number of its first step in the document, where the trigger is a step like others. */
interface ListPlace extends Pick<StepSite, 'holder' | 'lane'> {
  path: DocumentPath;
  first: number;
}

function addList(flow: OpenFlow, list: readonly Step[], place: ListPlace, find: Find): void {
  const { path, first, holder, lane } = place;
  list.forEach((step, index) => {
    const site: OpenStep = {
      step,
      flow,
      path: [...path, index + first],
      order: flow.steps.length,
      inside: 0,
      list,
      index,
      holder,
      lane,
      leaves: [],
      ...find(step.action),
    };
    addStep(flow, site);
    addInside(flow, site, find);
    site.inside = flow.steps.length - site.order - 1;
  });
}

function addStep(flow: OpenFlow, site: OpenStep): void {
  const head = referenceName(site.step.name);
  const others = flow.byHead.get(head);
  if (others) others.push(site);
  else flow.byHead.set(head, [site]);
  flow.steps.push(site);
}

function addInside(flow: OpenFlow, holder: StepSite, find: Find): void {
  const { step, path } = holder;
  if (step.steps) addList(flow, step.steps, { path: [...path, 'steps'], first: 0, holder }, find);
  step.branches?.forEach((branch, lane) =>
    addList(flow, branch.steps, { path: [...path, 'branches', lane, 'steps'], first: 0, holder, lane }, find),
  );
}
