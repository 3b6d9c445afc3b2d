/** Changes of the inputs of a step or a config variable. */
import { quoted, type Change, type Subject } from '#lib/model/diff/change.ts';
import type { LaneNames } from '#lib/model/diff/diffLanes.ts';
import { laneRows, type LaneRow } from '#lib/model/diff/laneRows.ts';
import type { Names } from '#lib/model/diff/names.ts';
import { sameInput, sameNoun } from '#lib/model/diff/same.ts';
import { inputText, shortTexts } from '#lib/model/diff/shortText.ts';
import type { Input } from '#lib/model/integration.ts';

type Inputs = Readonly<Record<string, Input>>;

/** One change for each input; what a branch says about each of its lanes is told lane by lane. */
export function diffInputs(
  before: Inputs,
  after: Inputs,
  subject: Subject,
  names: Names,
  lanes?: LaneNames,
): Change[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return Array.from(keys).flatMap((key) => {
    const [was, is] = [own(before, key), own(after, key)];
    if (was && is && sameInput(key, was, is, names)) return [];
    const rows =
      was && is && lanes
        ? diffLaneRows(was, is, { ...subject, place: { ...subject.place, input: key } }, names, lanes)
        : undefined;
    return rows ?? [inputChange(key, was, is, subject)];
  });
}

function inputChange(
  key: string,
  before: Input | undefined,
  after: Input | undefined,
  subject: Subject,
): Change {
  const kind = !before ? 'added' : after ? 'changed' : 'removed';
  return {
    kind,
    noun: 'input',
    sentence: `Input ${quoted(key)} of ${subject.phrase} ${kind}`,
    place: { ...subject.place, input: key },
    ...shortTexts(before && inputText(before), after && inputText(after)),
  };
}

/** `undefined` when the input is not one row for each lane, or its rows differ from the lanes in more than content. */
function diffLaneRows(
  before: Input,
  after: Input,
  subject: Subject,
  names: Names,
  lanes: LaneNames,
): Change[] | undefined {
  const [was, is] = [laneRows(before), laneRows(after)];
  if (!was?.every(({ lane }) => lanes.kept.has(lane) || lanes.removed.has(lane)) || !is) return undefined;
  const kept = was.filter(({ lane }) => !lanes.removed.has(lane));
  const stayed = is.filter(({ lane }) => !lanes.added.has(lane));
  const earlier = new Map(kept.map((row) => [lanes.kept.get(row.lane) ?? row.lane, row]));
  const order = Array.from(earlier.keys());
  if (earlier.size !== stayed.length || !stayed.every(({ lane }) => earlier.has(lane))) return undefined;
  if (!lanes.reordered && stayed.some(({ lane }, index) => lane !== order[index])) return undefined;
  return stayed.flatMap((row) => {
    const source = earlier.get(row.lane);
    return !source || sameRow(source, row, names) ? [] : [condition(source, row, subject)];
  });
}

/** The name of a lane that was renamed differs, and that is told as such. */
function sameRow(before: LaneRow, after: LaneRow, names: Names): boolean {
  if (before.lane === after.lane) return sameNoun(before.input, after.input, names);
  return sameNoun({ ...before.input, name: undefined }, { ...after.input, name: undefined }, names);
}

function condition(before: LaneRow, after: LaneRow, { phrase, place }: Subject): Change {
  return {
    kind: 'changed',
    noun: 'condition',
    sentence: `Condition of lane ${quoted(after.lane)} of ${phrase} changed`,
    place: { ...place, lane: after.lane },
    ...shortTexts(inputText(before.input), inputText(after.input)),
  };
}

/** Own keys only: a file may name an input like a property that every object has. */
function own(inputs: Inputs, key: string): Input | undefined {
  return Object.hasOwn(inputs, key) ? inputs[key] : undefined;
}
