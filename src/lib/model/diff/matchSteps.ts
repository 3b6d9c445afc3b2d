/** Which steps and lanes of two versions of a flow are the same ones, however they are named and wherever they stand. */
import { matchLists, pairByName, pairLeftovers, share, type Matching } from '#lib/model/diff/match.ts';
import type { Names } from '#lib/model/diff/names.ts';
import { sameInput } from '#lib/model/diff/same.ts';
import { lanesOf, type FlowTree, type StepList, type StepNode } from '#lib/model/diff/tree.ts';
import { namesInside } from '#lib/model/flow.ts';
import type { Input, Step } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';

export interface StepMatching {
  /** From each later step to what it was; the trigger to the trigger. */
  sources: ReadonlyMap<StepNode, StepNode>;
  partners: ReadonlyMap<StepNode, StepNode>;
  /** From each earlier list of steps to the later one. */
  lists: ReadonlyMap<StepList, StepList>;
  /** Of every later branch that was there before. */
  lanes: ReadonlyMap<StepNode, Matching<StepList>>;
  names: Names;
}

/** Steps are found by name anywhere in the flow, then by likeness at the same place. */
export function matchSteps(before: FlowTree, after: FlowTree, renamed: Names): StepMatching {
  return new Matcher(before, after, renamed).match();
}

class Matcher {
  readonly #before: FlowTree;
  readonly #after: FlowTree;
  readonly #partners = new Map<StepNode, StepNode>();
  readonly #lists = new Map<StepList, StepList>();
  readonly #lanes = new Map<StepNode, Matching<StepList>>();
  readonly #heads = new Map<string, string>();
  readonly #names: Names;
  /** While renames are looked for, a head that is gone may have become any that is new. */
  readonly #mayFollow: Names;

  constructor(before: FlowTree, after: FlowTree, renamed: Names) {
    this.#before = before;
    this.#after = after;
    this.#names = { ...renamed, headFollows: (head, newHead) => this.#heads.get(head) === newHead };
    const [earlier, later] = [headsIn(before), headsIn(after)];
    const mayFollow = (head: string, newHead: string) => !later.has(head) && !earlier.has(newHead);
    this.#mayFollow = { ...renamed, headFollows: mayFollow };
  }

  match(): StepMatching {
    this.#pair(this.#before.trigger, this.#after.trigger);
    for (const { before, after } of pairByName(this.#before.nodes, this.#after.nodes, nameOf))
      this.#partners.set(before, after);
    this.#pairLists(this.#before.root, this.#after.root);
    // Containers come before what they hold, so that a renamed container's steps are compared with the right ones.
    for (const node of [this.#before.trigger, ...this.#before.nodes]) {
      const partner = this.#partners.get(node);
      if (partner) this.#pairInside(node, partner);
    }
    return {
      sources: new Map(Array.from(this.#partners, ([was, is]) => [is, was])),
      partners: this.#partners,
      lists: this.#lists,
      lanes: this.#lanes,
      names: this.#names,
    };
  }

  #pair(before: StepNode, after: StepNode): void {
    this.#partners.set(before, after);
    if (before.step.name !== after.step.name)
      this.#heads.set(referenceName(before.step.name), referenceName(after.step.name));
  }

  #pairLists(before: StepList, after: StepList): void {
    this.#lists.set(before, after);
    const likeness = (one: StepNode, other: StepNode) => stepLikeness(one.step, other.step, this.#mayFollow);
    for (const pair of pairLeftovers(before.nodes, after.nodes, this.#partners, likeness))
      this.#pair(pair.before, pair.after);
  }

  #pairInside(before: StepNode, after: StepNode): void {
    if (before.lists.length === 0 && after.lists.length === 0) return;
    const [body, newBody] = [bodyOf(before), bodyOf(after)];
    if (body && newBody) this.#pairLists(body, newBody);
    const lanes = matchLists(lanesOf(before), lanesOf(after), laneName, (one, other) =>
      this.#laneLikeness(one, other),
    );
    this.#lanes.set(after, lanes);
    for (const pair of lanes.pairs) this.#pairLists(pair.before, pair.after);
  }

  /** Lanes are alike when they hold the same steps. */
  #laneLikeness(before: StepList, after: StepList): number {
    const kept = before.nodes.filter((node) => this.#partners.get(node)?.list === after).length;
    return share(kept, before.nodes.length + after.nodes.length - kept);
  }
}

/** Steps of the same action are as alike as their inputs, and what they hold. */
function stepLikeness(before: Step, after: Step, names: Names): number {
  const [was, is] = [before.action, after.action];
  if (was.connector !== is.connector || was.key !== is.key) return 0;
  const keys = union(Object.keys(before.inputs), Object.keys(after.inputs));
  const same = keys.filter((key) => {
    const [one, other] = [ownInput(before, key), ownInput(after, key)];
    return one !== undefined && other !== undefined && sameInput(key, one, other, names);
  });
  const [inside, newInside] = [namesInside(before), namesInside(after)];
  if (inside.length + newInside.length === 0) return share(same.length, keys.length);
  return share(same.length + heldLikeness(inside, newInside), keys.length + 1);
}

/** What a container holds counts like one input; steps with other names there may have been renamed with it. */
function heldLikeness(before: readonly string[], after: readonly string[]): number {
  const earlier = new Set(before);
  const kept = after.filter((name) => earlier.has(name)).length;
  const others = Math.min(before.length, after.length) - kept;
  return share(kept + others / 2, Math.max(before.length, after.length));
}

function headsIn({ trigger, nodes }: FlowTree): Set<string> {
  return new Set([trigger, ...nodes].map(({ step }) => referenceName(step.name)));
}

function ownInput({ inputs }: Step, key: string): Input | undefined {
  return Object.hasOwn(inputs, key) ? inputs[key] : undefined;
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return Array.from(new Set([...one, ...other]));
}

function bodyOf({ lists }: StepNode): StepList | undefined {
  return lists.find(({ lane }) => lane === undefined);
}

function nameOf({ step }: StepNode): string {
  return step.name;
}

function laneName({ lane }: StepList): string {
  return lane?.name ?? '';
}
