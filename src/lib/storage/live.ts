/** Queries that are asked again when their tables change, in any tab or worker. */
import { liveQuery } from 'dexie';

/** Calls `next` with each answer and `fail` with each error; returns the way to stop. */
export function watch<T>(
  query: () => Promise<T>,
  next: (value: T) => void,
  fail: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: fail });
  return () => subscription.unsubscribe();
}
