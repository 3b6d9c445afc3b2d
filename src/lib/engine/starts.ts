/** The ways to begin a run. Each is only another journal to start with; the engine has no other path for any of them. */
import { containersOf, firstPath, pathOrder } from '#lib/engine/order.ts';
import type { Decision, Entry, JournalStart, Mark, Pin } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { pathKey, placeKey, type StepPath } from '#lib/model/path.ts';

/** From the first step on; also a replay with the same start, of the same document or an edited one. */
export const fresh: JournalStart = { entries: [] };

/** On from where an earlier attempt was cut off. Steps that failed run again. */
export function resume(
  { entries, marks }: { entries: readonly Entry[]; marks: readonly Mark[] },
  decisions: readonly Decision[] = [],
  hung = false,
): JournalStart {
  return { entries, marks, decisions, ...(hung && { hung }) };
}

/** Up to a step, which is the last to run. `entries` may hold what need not run again. */
export function runTo(place: readonly string[], entries: readonly Entry[] = []): JournalStart {
  return { entries, until: place };
}

/** One step alone, with what an earlier run produced before it; without numbers of turns, in the first turn. */
export function runOnly(flow: Flow, path: StepPath, entries: readonly Entry[]): JournalStart {
  const target = firstPath(flow, path);
  const others = entries.filter((entry) => !within(entry.path, target));
  return { entries: [...others, ...lanesTo(flow, target, entries)], only: target, until: placeOf(target) };
}

/** A step and everything after it, with what an earlier run produced before it. */
export function runFrom(flow: Flow, path: StepPath, entries: readonly Entry[]): JournalStart {
  const target = firstPath(flow, path);
  const order = pathOrder(flow);
  const around = new Set(containersOf(flow, target).map((container) => pathKey(container.path)));
  const before = entries.filter((entry) => order(entry.path, target) < 0 && !around.has(pathKey(entry.path)));
  return { entries: [...before, ...lanesTo(flow, target, entries)] };
}

/** An edited document over an earlier run: what is still as it was need not run again. Hashes are by place. */
export function reuse(
  entries: readonly Entry[],
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): JournalStart {
  const isSame = ({ path }: Entry) => {
    const key = placeKey(path);
    return now.has(key) && now.get(key) === before.get(key);
  };
  return { entries: entries.filter(isSame) };
}

/** Any start, with outputs that stand for running their steps. */
export function withPins(start: JournalStart, pins: readonly Pin[]): JournalStart {
  return { ...start, pins: [...(start.pins ?? []), ...pins] };
}

/** The branches around a step as if they had chosen the way to it; an action keeps what it produced. */
function lanesTo(flow: Flow, target: StepPath, entries: readonly Entry[]): Entry[] {
  return containersOf(flow, target).flatMap(({ path, lane }) => {
    if (lane === undefined) return [];
    const known = entries.findLast((entry) => pathKey(entry.path) === pathKey(path));
    const output = known && known.output !== known.branch ? known.output : lane;
    return [{ startedAt: 0, endedAt: 0, ...known, path, status: 'succeeded' as const, output, branch: lane }];
  });
}

function within(path: StepPath, container: StepPath): boolean {
  return container.every((part, index) => part === path[index]);
}

function placeOf(path: StepPath): string[] {
  return path.filter((part) => typeof part === 'string');
}
