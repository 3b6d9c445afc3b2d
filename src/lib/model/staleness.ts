/** Whether a recorded output is still what its step would produce from today's document (architecture 6). */
import { mentionsOf } from '#lib/model/stepMentions.ts';
import { placedSteps, type PlacedStep } from '#lib/model/flow.ts';
import type { Flow } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { placeKey } from '#lib/model/path.ts';

/** An output that is shown before a run, and the hash of its step when it was recorded. */
export interface Sample {
  output: unknown;
  hash: string;
}

/** Whether the step's configuration, or anything it gets values from, has changed since the sample was recorded. */
export function isStale(
  { hash }: Pick<Sample, 'hash'>,
  place: readonly string[],
  hashes: ReadonlyMap<string, string>,
): boolean {
  return hashes.get(placeKey(place)) !== hash;
}

/**
 * A hash for each step, by place: of its configuration, of the config variables it names, and of every step it depends
 * on. Those are the ones it names, the containers around it, and for code, which names none, all steps before it.
 */
export function stepHashes(flow: Flow, config: Readonly<Record<string, unknown>> = {}): Map<string, string> {
  const placed = placedSteps(flow);
  const hashes = new Map<string, string>();
  const byHead = new Map<string, string>();
  for (const one of placed) {
    const hash = hashOf(one, { config, byHead, hashes });
    hashes.set(placeKey(one.path), hash);
    byHead.set(referenceName(one.step.name), hash);
  }
  return hashes;
}

interface Upstream {
  config: Readonly<Record<string, unknown>>;
  byHead: ReadonlyMap<string, string>;
  hashes: ReadonlyMap<string, string>;
}

function hashOf({ step, path, lane }: PlacedStep, { config, byHead, hashes }: Upstream): string {
  const { heads, configVars, code } = mentionsOf(step);
  const named = code ? [...byHead.values()] : [...heads].map((head) => byHead.get(head) ?? '');
  const around = path
    .slice(0, -1)
    .map((_name, index) => hashes.get(placeKey(path.slice(0, index + 1))) ?? '');
  const { connector, key } = step.action;
  const values = [...configVars].map((name) => (Object.hasOwn(config, name) ? config[name] : undefined));
  return shortHash(canonical([connector, key, step.inputs, lane, values, named, around]));
}

/** JSON whose keys are in order, without what only says how a file wrote it. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'written' || key === 'extra') return undefined;
      if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
      return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ''
  );
}

/** 53 bits of a text: enough to tell the states of one document apart, and quick. */
export function shortHash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
