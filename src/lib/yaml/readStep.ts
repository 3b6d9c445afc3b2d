/** Reads the steps of a flow, of a loop and of a lane (format.md 1.5). */
import type { Branch, ErrorConfig, Extra, Input, Schedule, Step } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { isSeq } from 'yaml';
import { MapReader, isRecord } from '#lib/yaml/MapReader.ts';
import type { Origin } from '#lib/yaml/Origin.ts';
import { defined } from '#lib/yaml/defined.ts';
import { readAction } from '#lib/yaml/readAction.ts';
import { readInput } from '#lib/yaml/readInput.ts';
import { withFile } from '#lib/yaml/withFile.ts';

/** Reads the first step of a flow. Its mark is said by its place; the mark elsewhere is kept like any other key. */
export function readTrigger(node: unknown, path: DocumentPath, origin: Origin): Step {
  const map = new MapReader(node, path, origin);
  if (map.peek('isTrigger') === true) map.raw('isTrigger');
  return stepOf(map);
}

/** Reads any other step, with those inside it. */
export function readStep(node: unknown, path: DocumentPath, origin: Origin): Step {
  return stepOf(new MapReader(node, path, origin));
}

function stepOf(map: MapReader): Step {
  const step: Step = {
    name: map.required('name'),
    description: map.text('description'),
    action: map.child('action', readAction),
    inputs: readInputs(map) ?? {},
    ...defined({
      steps: isSeq(map.node('steps')) ? map.list('steps', readStep) : undefined,
      branches: isSeq(map.node('branches')) ? map.list('branches', readBranch) : undefined,
      errorConfig: map.noun('errorConfig', readErrorConfig),
      schedule: map.noun('schedule', readSchedule),
    }),
  };
  map.absent('inputs');
  return withFile(map, step);
}

function readBranch(node: unknown, path: DocumentPath, origin: Origin): Branch {
  const map = new MapReader(node, path, origin);
  const branch = { name: map.required('name'), steps: map.list('steps', readStep) };
  map.absent('steps');
  return withFile(map, branch);
}

/** The inputs under a key of a noun, or `undefined` when it has none. */
export function readInputs(owner: MapReader): Record<string, Input> | undefined {
  return owner.noun('inputs', (node, path, origin) => {
    const map = new MapReader(node, path, origin);
    const inputs = Object.fromEntries(map.keys().map((key) => [key, map.child(key, readInput)]));
    owner.adopt('inputs', map);
    return inputs;
  });
}

function readErrorConfig(node: unknown, path: DocumentPath, origin: Origin): ErrorConfig {
  const map = new MapReader(node, path, origin);
  const config = defined({
    errorHandlerType: map.optionalText('errorHandlerType'),
    maxAttempts: map.number('maxAttempts'),
    delaySeconds: map.number('delaySeconds'),
    usesExponentialBackoff: map.flag('usesExponentialBackoff'),
    ignoreFinalError: map.flag('ignoreFinalError'),
  });
  return withFile(map, config);
}

/** In the file it is an input whose `meta` says which kind of schedule it is; everything but that belongs to the input. */
function readSchedule(node: unknown, path: DocumentPath, origin: Origin): Schedule {
  const { extra, ...cron } = readInput(node, path, origin);
  const { meta, ...others } = extra ?? {};
  const { scheduleType, timeZone, ...unknown } = isRecord(meta) ? meta : {};
  const kept = { ...others, ...odd({ scheduleType, timeZone, ...unknown }, meta) };
  return {
    cron: { ...cron, ...(Object.keys(kept).length > 0 && { extra: kept }) } as Input,
    scheduleType: typeof scheduleType === 'string' ? scheduleType : '',
    timeZone: typeof timeZone === 'string' ? timeZone : '',
  };
}

/** What of a schedule's `meta` is more than the two texts it should hold; also that it is not there at all. */
function odd(parts: Record<string, unknown>, meta: unknown): Extra {
  if (!isRecord(meta)) return meta === undefined ? {} : { meta };
  const unusual = Object.entries(parts).filter(
    ([key, value]) => value !== undefined && !(known.has(key) && typeof value === 'string'),
  );
  return unusual.length > 0 ? { meta: Object.fromEntries(unusual) } : {};
}

const known: ReadonlySet<string> = new Set(['scheduleType', 'timeZone']);
