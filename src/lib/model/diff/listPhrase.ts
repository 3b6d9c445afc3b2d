/** How sentences name a list of steps: `lane “In stock” of “In stock?”`, `“Each item”`; nothing for a flow's own. */
import { quoted } from '#lib/model/diff/change.ts';
import type { StepList } from '#lib/model/diff/tree.ts';

/** `around` puts the name into words, as in `in ${name}`; empty for the steps of the flow itself. */
export function listPhrase(list: StepList | undefined, around: (name: string) => string): string {
  if (!list?.owner) return '';
  const owner = quoted(list.owner.step.name);
  return around(list.lane ? `lane ${quoted(list.lane.name)} of ${owner}` : owner);
}
