/** References must find a step that has run by then (format.md 1.6.1). */
import { referenceName } from '#lib/model/name.ts';
import { mapReferences } from '#lib/model/references.ts';
import { pathParts, replacePart } from '#lib/model/reference.ts';
import { changeInputsAt } from '#lib/model/problems/edits.ts';
import { goTo, type Finding, type Fix } from '#lib/model/problems/Findings.ts';
import { distinct, headOf, withHead } from '#lib/model/problems/heads.ts';
import { moveBefore } from '#lib/model/problems/moveBefore.ts';
import { hiddenFromLeaf } from '#lib/model/problems/leafSight.ts';
import type { Hidden } from '#lib/model/problems/sight.ts';
import type { Suggestions } from '#lib/model/problems/Suggestions.ts';
import type { FlowSite, LeafSite, StepSite, Survey } from '#lib/model/problems/sites.ts';
import { aboutLeaf, leafSubject } from '#lib/model/problems/subject.ts';

/** Each wrong step of an input, once. */
export function referenceFindings(leaf: LeafSite, survey: Survey): Finding[] {
  if (leaf.references.length === 0) return [];
  const flow = leaf.flow ?? preprocessFlow(leaf, survey);
  const found = flow ? distinct(leaf.references).flatMap((path) => checkPath(path, leaf, flow, survey)) : [];
  return found.length < 2 ? found : [...new Map(found.map((finding) => [finding.message, finding])).values()];
}

/** What finds customer and flow of a shared address refers to what the preprocess flow has come to. */
function preprocessFlow({ at }: LeafSite, { integration, flows }: Survey): FlowSite | undefined {
  if (at.configVar !== undefined) return undefined;
  return flows.find(({ flow }) => flow.name === integration.preprocessFlowName);
}

function checkPath(path: string, leaf: LeafSite, flow: FlowSite, { suggestions }: Survey): Finding[] {
  const targets = flow.byHead.get(headOf(path));
  if (!targets) return [unknownStep(headOf(path), leaf, flow, suggestions)];
  const reasons = targets.map((target) => hiddenFromLeaf(leaf, flow, target, path));
  const [target, reason] = [targets[0], reasons[0]];
  // Of steps with one name in references any will do here: which of them is meant is another rule's question.
  if (!target || !reason || reasons.includes(undefined)) return [];
  return [hiddenStep(target, reason, leaf, suggestions)];
}

function unknownStep(head: string, leaf: LeafSite, flow: FlowSite, suggestions: Suggestions): Finding {
  const best = suggestions.nearest(head, flow.byHead.size, () => headsFor(head, leaf, flow));
  return aboutLeaf(leaf, {
    code: 'unknownStep',
    severity: 'error',
    message: `${leafSubject(leaf)} refers to “${head}”, but there is no such step.`,
    fixes: best === undefined ? [goTo] : [useHead(leaf, head, best), goTo],
  });
}

/** Those that all references of an input with this head could have instead. */
function headsFor(head: string, leaf: LeafSite, flow: FlowSite): string[] {
  const paths = leaf.references.filter((path) => headOf(path) === head);
  return Array.from(flow.byHead).flatMap(([name, targets]) =>
    paths.every((path) => isReadable(path, leaf, flow, targets)) ? [name] : [],
  );
}

function isReadable(path: string, leaf: LeafSite, flow: FlowSite, targets: readonly StepSite[]): boolean {
  return targets.length === 1 && targets.every((target) => !hiddenFromLeaf(leaf, flow, target, path));
}

function useHead(leaf: LeafSite, wrong: string, head: string): Fix {
  const edit = changeInputsAt([leaf.at.path], (input) => withHead(input, wrong, head));
  return { label: `Use “${head}”`, edit };
}

function hiddenStep(target: StepSite, reason: Hidden, leaf: LeafSite, suggestions: Suggestions): Finding {
  const { code, why } = reasons[reason];
  return aboutLeaf(leaf, {
    code,
    severity: 'error',
    message: `${leafSubject(leaf)} refers to ${why(target.step.name)}`,
    fixes: fixesFor(target, reason, leaf, suggestions),
  });
}

interface Reason {
  code: Finding['code'];
  /** The end of a sentence. */
  why: (name: string) => string;
}

const reasons: Readonly<Record<Hidden, Reason>> = {
  itself: { code: 'laterStep', why: () => 'its own step, which has no result yet.' },
  later: { code: 'laterStep', why: (name) => `“${name}”, which has not run by then.` },
  otherLane: { code: 'laterStep', why: (name) => `“${name}” in another lane: only one of the two runs.` },
  open: { code: 'laterStep', why: (name) => `the results of “${name}”, which is not over inside it.` },
  closed: {
    code: 'outsideLoop',
    why: (name) => `an item of “${name}”, which is there only inside that loop.`,
  },
};

function fixesFor(target: StepSite, reason: Hidden, leaf: LeafSite, suggestions: Suggestions): Fix[] {
  const pickAnother = { label: 'Pick another' };
  if (reason === 'open' && target.step.steps) return [useItem(leaf, target), pickAnother];
  const viewer = reason === 'later' && suggestions.afford(target.inside + 1) ? leaf.step : undefined;
  const move = viewer && moveBefore(target, viewer);
  return move ? [move, pickAnother] : [pickAnother];
}

function useItem(leaf: LeafSite, { step }: StepSite): Fix {
  const head = referenceName(step.name);
  const withItem = (path: string) => {
    const results = headOf(path) === head ? pathParts(path)[1] : undefined;
    return results?.key === 'results' ? replacePart(path, results, 'currentItem') : path;
  };
  const edit = changeInputsAt([leaf.at.path], (input) => mapReferences(input, withItem));
  return { label: 'Use the current item', edit };
}
