/** What each step can refer to: everything that has run by then, and the loops it stands in. */
import type { Flow, Step } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';

interface Seat {
  /** Counts up in running order, each container before what it contains. */
  order: number;
  /** Whether what is inside sees it: a loop's own name is its item there; a trigger has run before its lanes. */
  opens: boolean;
  /** The containers around it, each with the lane it stands in there. */
  around: ReadonlyMap<Step, number>;
}

export class Sight {
  readonly #seats = new Map<Step, Seat>();
  readonly #byHead = new Map<string, Step[]>();

  constructor({ trigger, steps }: Flow) {
    this.#seat([trigger, ...steps], new Map(), trigger);
  }

  /** Reference names of all steps of the flow. */
  get heads(): Iterable<string> {
    return this.#byHead.keys();
  }

  has(head: string): boolean {
    return this.#byHead.has(head);
  }

  /** Whether a step of that name has run when `from` does; of the flow as a whole everything has. */
  sees(from: Step | undefined, head: string): boolean {
    const steps = this.#byHead.get(head) ?? [];
    return from === undefined ? steps.length > 0 : steps.some((step) => this.#hasRun(step, from));
  }

  /** Steps inside a loop or lane that is over stay readable (format.md 5, T5); those of another lane never ran. */
  #hasRun(step: Step, from: Step): boolean {
    const [seat, viewer] = [this.#seats.get(step), this.#seats.get(from)];
    if (!seat || !viewer || seat.order >= viewer.order) return false;
    if (viewer.around.has(step)) return seat.opens;
    return [...seat.around].every(([holder, lane]) => (viewer.around.get(holder) ?? lane) === lane);
  }

  #seat(steps: readonly Step[], around: ReadonlyMap<Step, number>, trigger: Step): void {
    for (const step of steps) {
      const opens = step.steps !== undefined || step === trigger;
      this.#seats.set(step, { order: this.#seats.size, opens, around });
      const head = referenceName(step.name);
      this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), step]);
      this.#seat(step.steps ?? [], new Map([...around, [step, -1]]), trigger);
      step.branches?.forEach((branch, lane) =>
        this.#seat(branch.steps, new Map([...around, [step, lane]]), trigger),
      );
    }
  }
}
