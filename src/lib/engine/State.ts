/** The persisted values as one execution sees them: loaded at its start, written at its end (format.md 1.10, 2.3). */
import { sizeOf } from '#lib/engine/size.ts';
import type { PersistedScope, StateChange, StateScope, StateValues } from '#lib/model/execution.ts';
import { FailureError } from '#lib/model/failure.ts';

/** What the scopes held when the execution started, or hold when it ends. */
export type PersistedState = Readonly<Partial<Record<PersistedScope, StateValues>>>;

const persisted: readonly PersistedScope[] = ['crossFlow', 'instance', 'integration'];

export class State {
  readonly #scopes = new Map<StateScope, Map<string, unknown>>();
  readonly #changed = new Set<StateScope>();
  /** Lists that nobody outside has seen: they may grow in place. */
  readonly #own = new WeakSet<object>();

  constructor(start: PersistedState) {
    for (const scope of persisted) this.#scopes.set(scope, new Map(Object.entries(start[scope] ?? {})));
    this.#scopes.set('execution', new Map());
    this.#scopes.set('recursion', new Map());
  }

  get(scope: StateScope, key: string): unknown {
    const value = this.#values(scope).get(key);
    if (typeof value === 'object' && value !== null) this.#own.delete(value);
    return value;
  }

  kind(scope: StateScope, key: string): 'list' | 'value' | 'nothing' {
    const value = this.#values(scope).get(key) ?? undefined;
    return value === undefined ? 'nothing' : Array.isArray(value) ? 'list' : 'value';
  }

  keys(scope: StateScope): string[] {
    return [...this.#values(scope).keys()];
  }

  /** A copy of a scope. */
  all(scope: StateScope): StateValues {
    return Object.fromEntries(this.keys(scope).map((key) => [key, this.get(scope, key)]));
  }

  apply(change: StateChange): void {
    const values = this.#values(change.scope);
    if (change.kind === 'set') values.set(change.key, change.value);
    else if (change.kind === 'append') this.#append(values, change.key, change.values);
    else if (change.kind === 'clear') values.clear();
    else values.delete(change.key);
    this.#changed.add(change.scope);
  }

  /** The scopes that changed and outlive the execution; `undefined` when there are none. Throws `limit`. */
  changed(mostBytes: number): PersistedState | undefined {
    const scopes = persisted.filter((scope) => this.#changed.has(scope));
    if (scopes.length === 0) return undefined;
    const all = Object.fromEntries(scopes.map((scope) => [scope, this.all(scope)]));
    const full = scopes.find((scope) => sizeOf(all[scope], mostBytes) > mostBytes);
    if (full) throw tooLarge(full, mostBytes);
    return all;
  }

  #append(values: Map<string, unknown>, key: string, added: readonly unknown[]): void {
    const current = values.get(key);
    const list: unknown[] = Array.isArray(current) ? current : [];
    if (this.#own.has(list)) {
      for (const value of added) list.push(value);
      return;
    }
    const copy = [...list, ...added];
    this.#own.add(copy);
    values.set(key, copy);
  }

  #values(scope: StateScope): Map<string, unknown> {
    const values = this.#scopes.get(scope);
    if (values) return values;
    throw new FailureError({
      code: 'internal',
      message: `There is no state of the kind “${String(scope)}”.`,
    });
  }
}

const names: Readonly<Record<PersistedScope, string>> = {
  crossFlow: 'cross-flow state',
  instance: 'flow’s state',
  integration: 'integration’s state',
};

function tooLarge(scope: PersistedScope, bytes: number): FailureError {
  return new FailureError({
    code: 'limit',
    message: `The ${names[scope]} would be larger than ${Math.round(bytes / 1024 / 1024)} MB and was not saved.`,
    hint: 'Remove what is no longer needed.',
  });
}
