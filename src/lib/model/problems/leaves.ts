/** Every input of a document, given to what it belongs to. */
import { eachFlowInput, eachInput, type InputPlace } from '#lib/model/inputs.ts';
import type { ActionRef, Input, Integration } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { inputKind } from '#lib/model/problems/known.ts';
import type { FlowSite, LeafSite, StepSite, Uses } from '#lib/model/problems/sites.ts';
import { templateParts } from '#lib/model/template.ts';

/** What is still being filled while a flow is gone through. */
export interface OpenFlow extends FlowSite {
  steps: OpenStep[];
  byHead: Map<string, StepSite[]>;
  leaves: LeafSite[];
  uses: OpenUses;
}

export interface OpenStep extends StepSite {
  leaves: LeafSite[];
}

interface OpenUses extends Uses {
  configVars: Set<string>;
  code: string[];
}

/** Gives every input of a flow to its step or to the flow itself, and notes what it uses. */
export function placeLeaves(flow: OpenFlow): void {
  const steps = new Map(flow.steps.map((site) => [site.path.join(), site]));
  let step: OpenStep | undefined;
  for (const { input, at } of eachFlowInput(flow.flow, flow.path)) {
    // The inputs of a step come one after another.
    if (!step || !isIn(at.path, step.path)) step = steps.get(stepPath(at.path));
    const leaf = leafOf(input, at, { action: step?.step.action, flow, step });
    noteUses(leaf, flow.uses);
    (step ?? flow).leaves.push(leaf);
  }
}

/** The inputs of no flow: those of config variables, and of the integration itself. */
export function otherLeaves(integration: Integration): { leaves: LeafSite[]; uses: Uses } {
  const actions = new Map(
    integration.configVars.map(({ key, dataSource, connection }) => [key, dataSource ?? connection]),
  );
  const uses: OpenUses = { configVars: new Set(), code: [] };
  const leaves = Array.from(eachInput({ ...integration, flows: [] }), ({ input, at }) =>
    leafOf(input, at, { action: actions.get(at.configVar ?? '') }),
  );
  for (const leaf of leaves) noteUses(leaf, uses);
  return { leaves, uses };
}

function noteUses({ input: { value }, configVars }: LeafSite, uses: OpenUses): void {
  for (const key of configVars) uses.configVars.add(key);
  if (typeof value === 'string' && value.includes('configVars')) uses.code.push(value);
}

function isIn(path: DocumentPath, step: DocumentPath): boolean {
  return isOwn(path[step.length]) && step.every((key, index) => key === path[index]);
}

/** `flows,0,steps,2` of the path of an input in it; steps hold steps, so no key before can be one of an input. */
function stepPath(path: DocumentPath): string {
  const end = path.findIndex(isOwn);
  return end < 0 ? '' : path.slice(0, end).join();
}

function isOwn(key: DocumentPath[number] | undefined): boolean {
  return key === 'inputs' || key === 'schedule';
}

/** What an input belongs to. */
interface Owner extends Pick<LeafSite, 'flow' | 'step'> {
  action?: ActionRef;
}

function leafOf(input: Input, at: InputPlace, { action, flow, step }: Owner): LeafSite {
  const { references, configVars } = pointersOf(input);
  const kind = action && inputKind(action, at.key);
  return { input, at, kind, flow, step, references, configVars };
}

type Pointers = Pick<LeafSite, 'references' | 'configVars'>;

/** Both at once: templates are long and many. */
function pointersOf(input: Input): Pointers {
  if (input.type === 'template') return pointersIn(input.value);
  const isSet = (input.type === 'reference' || input.type === 'configVar') && input.value !== '';
  if (!isSet) return none;
  return input.type === 'reference'
    ? { ...none, references: [input.value] }
    : { ...none, configVars: [input.value] };
}

const none: Pointers = { references: [], configVars: [] };

function pointersIn(text: string): Pointers {
  if (!text.includes('{{')) return none;
  const [references, configVars]: [string[], string[]] = [[], []];
  for (const part of templateParts(text)) {
    if (part.kind === 'reference') references.push(part.path);
    if (part.kind === 'configVar') configVars.push(part.key);
  }
  return { references, configVars };
}
