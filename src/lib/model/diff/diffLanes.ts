/** Changes of the lanes of a branch: which there are, what they are called, and in which order they are tried. */
import { quoted, type Change, type Subject } from '#lib/model/diff/change.ts';
import { diffExtra } from '#lib/model/diff/diffFields.ts';
import type { Matching } from '#lib/model/diff/match.ts';
import { movedIndices } from '#lib/model/diff/moved.ts';
import type { StepList } from '#lib/model/diff/tree.ts';

/** Names of lanes before and after, for the inputs of a branch that speak of them. */
export interface LaneNames {
  /** From the earlier to the later name of every lane that stayed. */
  kept: ReadonlyMap<string, string>;
  added: ReadonlySet<string>;
  removed: ReadonlySet<string>;
  reordered: boolean;
}

export function diffLanes(lanes: Matching<StepList>, subject: Subject): Change[] {
  const moved = movedLanes(lanes);
  return [
    ...lanes.removed.map((list) => laneChange('removed', list, subject)),
    ...lanes.added.map((list) => laneChange('added', list, subject)),
    ...lanes.pairs.flatMap(({ before, after }, index) => [
      ...renamedLane(before, after, subject),
      ...(moved.has(index) ? [laneChange('moved', after, subject)] : []),
      ...diffExtra(before.lane?.extra, after.lane?.extra, laneSubject(after, subject)),
    ]),
  ];
}

export function laneNames(lanes: Matching<StepList>): LaneNames {
  return {
    kept: new Map(lanes.pairs.map(({ before, after }) => [nameOf(before), nameOf(after)])),
    added: new Set(lanes.added.map(nameOf)),
    removed: new Set(lanes.removed.map(nameOf)),
    reordered: movedLanes(lanes).size > 0,
  };
}

/** Indices of pairs. */
function movedLanes({ pairs }: Matching<StepList>): Set<number> {
  const lists = pairs.flatMap(({ before }) => before.owner?.lists ?? []);
  const positions = new Map(lists.map((list, index) => [list, index]));
  return movedIndices(pairs.map(({ before }) => positions.get(before) ?? 0));
}

function laneChange(kind: Change['kind'], list: StepList, subject: Subject): Change {
  const sentence = `Lane ${quoted(nameOf(list))} of ${subject.phrase} ${kind}`;
  return { kind, noun: 'lane', sentence, place: laneSubject(list, subject).place };
}

function renamedLane(before: StepList, after: StepList, subject: Subject): Change[] {
  const [was, is] = [nameOf(before), nameOf(after)];
  if (was === is) return [];
  const { place } = laneSubject(after, subject);
  const sentence = `Lane ${quoted(was)} of ${subject.phrase} renamed to ${quoted(is)}`;
  return [{ kind: 'renamed', noun: 'lane', sentence, place, before: was, after: is }];
}

function laneSubject(list: StepList, { phrase, place }: Subject): Subject {
  return { phrase: `lane ${quoted(nameOf(list))} of ${phrase}`, place: { ...place, lane: nameOf(list) } };
}

function nameOf({ lane }: StepList): string {
  return lane?.name ?? '';
}
