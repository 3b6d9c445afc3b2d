/** The steps of one flow with their places, each step an object of its own even where a document shares them. */
import type { Branch, Flow, Step } from '#lib/model/integration.ts';

export interface StepNode {
  step: Step;
  /** Where it stands; absent for the trigger. */
  list?: StepList;
  /** Its place in that list. */
  index: number;
  /** The body of a loop and the lanes of a branch. */
  lists: readonly StepList[];
}

/** The steps of a flow, of a loop, or of one lane. */
export interface StepList {
  owner?: StepNode;
  lane?: Branch;
  nodes: readonly StepNode[];
}

export interface FlowTree {
  trigger: StepNode;
  root: StepList;
  /** Every step but the trigger, containers before what they hold. */
  nodes: readonly StepNode[];
}

/** Reads a flow into its tree. */
export function flowTree(flow: Flow): FlowTree {
  const trigger = stepNode(flow.trigger, 0);
  const root = stepList(flow.steps);
  return { trigger, root, nodes: [...trigger.lists.flatMap(nodesIn), ...nodesIn(root)] };
}

/** The lanes of a branch, without the body that a loop has. */
export function lanesOf({ lists }: StepNode): StepList[] {
  return lists.filter(({ lane }) => lane !== undefined);
}

function stepNode(step: Step, index: number, list?: StepList): StepNode {
  const node: { -readonly [K in keyof StepNode]: StepNode[K] } = { step, index, list, lists: [] };
  const body = step.steps ? [stepList(step.steps, node)] : [];
  node.lists = [...body, ...(step.branches ?? []).map((lane) => stepList(lane.steps, node, lane))];
  return node;
}

function stepList(steps: readonly Step[], owner?: StepNode, lane?: Branch): StepList {
  const list: StepList = { owner, lane, nodes: [] };
  list.nodes = steps.map((step, index) => stepNode(step, index, list));
  return list;
}

function nodesIn({ nodes }: StepList): StepNode[] {
  return nodes.flatMap((node) => [node, ...node.lists.flatMap(nodesIn)]);
}
