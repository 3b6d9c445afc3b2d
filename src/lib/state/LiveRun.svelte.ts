/** A run that goes on in this tab, place by place, before it is on disk. */
import type { PlaceSummary } from '#lib/model/execution.ts';
import { placeKey } from '#lib/model/path.ts';

export class LiveRun {
  #places = $state.raw<ReadonlyMap<string, PlaceSummary>>(new Map());

  /** By place, in the order they were first reached. */
  get places(): ReadonlyMap<string, PlaceSummary> {
    return this.#places;
  }

  /** Takes in the places that changed since the last frame. */
  add(changed: readonly PlaceSummary[]): void {
    this.#places = new Map([
      ...this.#places,
      ...changed.map((place) => [placeKey(place.place), place] as const),
    ]);
  }
}
