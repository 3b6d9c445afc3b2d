/** Which steps of a flow changed their place, and in what words. */
import { quoted } from '#lib/model/diff/change.ts';
import { listPhrase } from '#lib/model/diff/listPhrase.ts';
import type { StepMatching } from '#lib/model/diff/matchSteps.ts';
import { movedIndices } from '#lib/model/diff/moved.ts';
import type { StepList, StepNode } from '#lib/model/diff/tree.ts';

/** From each later step that moved to where it went: `into lane “Yes” of “Large?”`, `after “Log”`. */
export function movedSteps(matching: StepMatching): Map<StepNode, string> {
  const moved = new Map<StepNode, string>();
  for (const [before, after] of matching.lists)
    for (const node of reordered(before, after, matching)) moved.set(node, placeAmong(node));
  for (const [node, source] of matching.sources)
    if (node.list && source.list && matching.lists.get(source.list) !== node.list)
      moved.set(node, placeInside(node.list, source.list));
  return moved;
}

/** The fewest steps whose moves explain the order of those that were in this list before. */
function reordered(before: StepList, after: StepList, { sources }: StepMatching): StepNode[] {
  const stayed = after.nodes.filter((node) => sources.get(node)?.list === before);
  const moved = movedIndices(stayed.map((node) => sources.get(node)?.index ?? 0));
  return stayed.filter((_node, index) => moved.has(index));
}

function placeAmong({ list, index }: StepNode): string {
  const previous = list?.nodes[index - 1];
  return previous
    ? `after ${quoted(previous.step.name)}`
    : `to the start${listPhrase(list, (name) => ` of ${name}`)}`;
}

function placeInside(list: StepList, from: StepList): string {
  return list.owner
    ? listPhrase(list, (name) => `into ${name}`)
    : listPhrase(from, (name) => `out of ${name}`);
}
