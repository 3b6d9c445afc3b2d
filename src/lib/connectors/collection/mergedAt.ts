import type { KeyValue } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';
import { parsePath } from '#lib/model/reference.ts';

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * A copy of the object with the rows added at the path: dots between keys, numbers for items of lists. What is missing on
 * the way is made. Throws `input` when the path leads through something that holds no keys.
 */
export function mergedAt(object: Container, path: string, rows: readonly KeyValue[]): unknown {
  const keys = parsePath(path);
  const way: Container[] = [object];
  for (const key of keys) way.push(inside(way.at(-1) ?? {}, key, path));
  const target = way.pop() ?? {};
  if (Array.isArray(target)) throw noObject(path);
  const merged = { ...target, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
  return keys.reduceRight<unknown>((inner, key, depth) => replaced(way[depth] ?? {}, key, inner), merged);
}

function inside(container: Container, key: string, path: string): Container {
  const found = Object.hasOwn(container, key) ? (container as Record<string, unknown>)[key] : undefined;
  // A list has no place to make something in.
  if (Array.isArray(container) && found === undefined) throw noObject(path);
  if (found === undefined || found === null) return {};
  if (typeof found === 'object') return found as Container;
  throw noObject(path);
}

function replaced(container: Container, key: string, value: unknown): unknown {
  return Array.isArray(container) ? container.with(Number(key), value) : { ...container, [key]: value };
}

function noObject(path: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `The path “${path}” leads to no object that keys could be added to.`,
    hint: 'Look at the object it is meant for: each part of the path is a key in it.',
  });
}
