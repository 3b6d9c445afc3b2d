/** Changes inside one flow: its settings, its trigger, its steps. */
import type { Change, Subject } from '#lib/model/diff/change.ts';
import { quoted } from '#lib/model/diff/change.ts';
import { diffFields, type Fields } from '#lib/model/diff/diffFields.ts';
import { diffStep } from '#lib/model/diff/diffStep.ts';
import { matchSteps, type StepMatching } from '#lib/model/diff/matchSteps.ts';
import { movedSteps } from '#lib/model/diff/movedSteps.ts';
import type { Names } from '#lib/model/diff/names.ts';
import { flowTree, type FlowTree, type StepNode } from '#lib/model/diff/tree.ts';
import { listPhrase } from '#lib/model/diff/listPhrase.ts';
import type { Flow } from '#lib/model/integration.ts';

export interface FlowDiff {
  changes: readonly Change[];
  /** With the renames of this flow's steps. */
  names: Names;
}

/** Compares two versions of a flow; renaming and moving the flow itself are told by the caller. */
export function diffFlow(before: Flow, after: Flow, renamed: Names): FlowDiff {
  const [earlier, later] = [flowTree(before), flowTree(after)];
  const matching = matchSteps(earlier, later, renamed);
  const subject: Subject = { phrase: `flow ${quoted(after.name)}`, place: { flow: after.name } };
  const changes = [
    ...diffFields(before, after, flowFields, subject, matching.names),
    ...diffStep(earlier.trigger, later.trigger, matching, after.name),
    ...removedSteps(earlier, matching, after.name),
    ...laterSteps(later, matching, after.name),
  ];
  return { changes, names: matching.names };
}

const flowFields: Fields<Flow> = {
  description: { label: 'Description', noun: 'description' },
  isSynchronous: { label: 'Synchronous answer', noun: 'setting' },
  endpointSecurityType: { label: 'Endpoint security', noun: 'setting' },
  retryConfig: { label: 'Retries', noun: 'setting' },
  queueConfig: { label: 'Queue', noun: 'setting' },
};

function removedSteps({ nodes }: FlowTree, { partners }: StepMatching, flow: string): Change[] {
  const gone = nodes.filter((node) => !partners.has(node));
  return gone.map((node) => ({
    kind: 'removed',
    noun: 'step',
    sentence: `Step ${quoted(node.step.name)} removed${listPhrase(node.list, (name) => ` from ${name}`)}`,
    place: stepPlace(node, flow),
  }));
}

/** In the order in which the later document has them. */
function laterSteps({ nodes }: FlowTree, matching: StepMatching, flow: string): Change[] {
  const moved = movedSteps(matching);
  return nodes.flatMap((node) => {
    const source = matching.sources.get(node);
    if (!source) return [addedStep(node, flow)];
    const place = moved.get(node);
    const move = place === undefined ? [] : [movedStep(node, place, flow)];
    return [...move, ...diffStep(source, node, matching, flow)];
  });
}

function addedStep(node: StepNode, flow: string): Change {
  const sentence = `Step ${quoted(node.step.name)} added${listPhrase(node.list, (name) => ` in ${name}`)}`;
  return { kind: 'added', noun: 'step', sentence, place: stepPlace(node, flow) };
}

function movedStep(node: StepNode, where: string, flow: string): Change {
  const sentence = `Step ${quoted(node.step.name)} moved ${where}`;
  return { kind: 'moved', noun: 'step', sentence, place: stepPlace(node, flow) };
}

function stepPlace({ step, list }: StepNode, flow: string): Change['place'] {
  return { flow, step: step.name, ...(list?.lane && { lane: list.lane.name }) };
}
