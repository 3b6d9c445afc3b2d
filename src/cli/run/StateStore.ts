/** The persisted values of an integration while its flows run: each execution takes a copy and the last to end wins. */
import type { PersistedState } from '#lib/engine/State.ts';
import type { SavedState, StateRecord } from './RunRequest.ts';

export class StateStore {
  #crossFlow: StateRecord;
  #integration: StateRecord;
  readonly #instance: Map<string, StateRecord>;

  constructor({ crossFlow, integration, instance }: SavedState) {
    this.#crossFlow = crossFlow;
    this.#integration = integration;
    this.#instance = new Map(Object.entries(instance));
  }

  /** What an execution of a flow sees. */
  of(flow: string): PersistedState {
    return {
      crossFlow: this.#crossFlow,
      integration: this.#integration,
      instance: this.#instance.get(flow) ?? {},
    };
  }

  /** Takes the scopes that an execution changed, whole. */
  write(flow: string, { crossFlow, integration, instance }: PersistedState = {}): void {
    this.#crossFlow = crossFlow ?? this.#crossFlow;
    this.#integration = integration ?? this.#integration;
    if (instance) this.#instance.set(flow, instance);
  }

  saved(): SavedState {
    return {
      crossFlow: this.#crossFlow,
      integration: this.#integration,
      instance: Object.fromEntries(this.#instance),
    };
  }
}
