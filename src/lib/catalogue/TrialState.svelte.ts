/** An action that is tried on its page: what was filled in, and what came of it. Gone with the page. */
import { trialOf } from '#lib/catalogue/trialOf.ts';
import type { FoundAction } from '#lib/model/searchCatalogue.ts';
import type { Tried } from '#lib/model/trial.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { startValue } from '#lib/views/inputs/startValue.ts';
import { valueProblem } from '#lib/views/inputs/valueProblem.ts';

export class TrialState {
  readonly #runtime: App['runtime'];
  readonly #found: FoundAction;
  #values = $state.raw<Readonly<Record<string, unknown>>>({});
  #tried = $state.raw<Tried>();
  #stop = $state.raw<AbortController>();
  /** What is wrong is said from the first press on. */
  #pressed = $state(false);

  constructor({ runtime }: Pick<App, 'runtime'>, found: FoundAction) {
    this.#runtime = runtime;
    this.#found = found;
    const { action, connector } = found;
    this.#values = Object.fromEntries(
      action.inputs.map((input) => [input.key, startValue(input, connector.connections)]),
    );
  }

  /** By the key of the input. */
  get values(): Readonly<Record<string, unknown>> {
    return this.#values;
  }

  get running(): boolean {
    return this.#stop !== undefined;
  }

  /** What the last run came to. */
  get tried(): Tried | undefined {
    return this.#tried;
  }

  readonly #problems = $derived.by(() => {
    const { action, connector } = this.#found;
    const all = action.inputs.map(
      (input) => [input.key, valueProblem(input, this.#values[input.key], connector.connections)] as const,
    );
    return Object.fromEntries(all.filter(([, problem]) => problem !== ''));
  });

  /** What keeps it from being run, by input. */
  get problems(): Readonly<Record<string, string>> {
    return this.#pressed ? this.#problems : {};
  }

  set(key: string, value: unknown): void {
    this.#values = { ...this.#values, [key]: value };
  }

  /** Runs it; resolves to whether it ran, which it does not while something is wrong with the inputs. */
  async start(): Promise<boolean> {
    this.#pressed = true;
    if (this.#stop || Object.keys(this.#problems).length > 0) return false;
    const stop = new AbortController();
    this.#stop = stop;
    this.#tried = await this.#runtime.tryAction(trialOf(this.#found, this.#values), stop.signal);
    this.#stop = undefined;
    return true;
  }

  stop(): void {
    this.#stop?.abort();
  }
}
