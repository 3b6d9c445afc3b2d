/** Names for new steps of a flow. */
import { freeName, referenceName } from '#lib/model/name.ts';

/**
 * The names that steps of a flow have, and what references call them. A new name must differ in both: of two steps with
 * one reference name (`Get order` and `get-order`, format.md 1.6.4) no reference could tell which it means.
 */
export class StepNames {
  readonly #names = new Set<string>();
  readonly #heads = new Set<string>();
  /** The last number that was given to a name: many copies of one step are numbered in one pass. */
  readonly #numbers = new Map<string, number>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.#add(name);
  }

  /** Whether a step has this name, or one that references spell the same. */
  has(name: string): boolean {
    return this.#names.has(name) || this.hasHead(referenceName(name));
  }

  /** Whether references call a step that. */
  hasHead(head: string): boolean {
    return this.#heads.has(head);
  }

  /** The name itself when it is free, else with a number; it is taken from then on. A copy of "Loop 2" is "Loop 3". */
  take(name: string): string {
    const base = this.has(name) ? this.#baseOf(name) : name;
    const free = freeName(base, this, this.#numbers.get(base));
    if (free !== base) this.#numbers.set(base, Number(free.slice(base.length + 1)));
    this.#add(free);
    return free;
  }

  #add(name: string): void {
    this.#names.add(name);
    this.#heads.add(referenceName(name));
  }

  /** A number at the end counts copies only where the name without it is there too. */
  #baseOf(name: string): string {
    const base = name.replace(/ \d+$/, '');
    return this.#names.has(base) ? base : name;
  }
}
