/** Keeps what an execution did at each place of the flow: while it runs, or from its journal. */
import type { Entry, Mark, PlaceSummary, Progress, Span } from '#lib/model/execution.ts';
import { placeNames, type StepPath } from '#lib/model/path.ts';
import { PlaceMap } from '#lib/model/PlaceMap.ts';

/** Spans kept for a place; more bars could not be told apart. */
const MOST_SPANS = 100;

/** Longest text kept as a result: a lane's name, not a document. */
const RESULT_LENGTH = 80;

/** Changed in place: it is asked at every step, and leaves the worker only as a clone. */
type Place = { -readonly [Key in keyof PlaceSummary]: PlaceSummary[Key] } & { spans: Span[] };

export class Summary {
  readonly #at = new PlaceMap<Place>();
  /** In the order they were first reached. */
  readonly #places: Place[] = [];
  #changed = new Set<Place>();

  /** Goes on from what was written down. */
  constructor(places: readonly PlaceSummary[] = []) {
    for (const place of places) this.#at.at(place.place, () => this.#add(copy(place)));
  }

  add(progress: Progress): void {
    if (progress.kind === 'started') this.#start(progress.path, progress.at);
    else this.#end(progress.entry);
  }

  /** Takes in a page of a journal: there only the end of a step is certain to be told. */
  read(entries: readonly Entry[], marks: readonly Mark[]): void {
    for (const entry of entries) {
      this.#startUnlessRunning(entry.path, entry.startedAt);
      this.#end(entry);
    }
    // A page ends with the mark of a step that was about to perform.
    for (const { path, at } of marks) this.#startUnlessRunning(path, at);
  }

  /** All places as they are now, in the order they were first reached. */
  all(): readonly PlaceSummary[] {
    return this.#places.map(copy);
  }

  /** The places that changed since this was last asked. */
  takeChanged(): PlaceSummary[] {
    const changed = [...this.#changed];
    this.#changed = new Set();
    return changed;
  }

  #startUnlessRunning(path: StepPath, at: number): void {
    if (this.#placeOf(path, at).runningSince === undefined) this.#start(path, at);
  }

  #start(path: StepPath, at: number): void {
    const place = this.#placeOf(path, at);
    place.runs += 1;
    place.endedAt = undefined;
    place.runningSince = at;
    if (place.status === 'succeeded') place.status = 'running';
    if (place.spans.length < MOST_SPANS) place.spans.push({ startedAt: at, status: 'running' });
    this.#changed.add(place);
  }

  #end({ path, status, startedAt, endedAt, output, failure }: Entry): void {
    const place = this.#placeOf(path, startedAt);
    place.endedAt = endedAt;
    place.runningSince = undefined;
    place.ms += endedAt - startedAt;
    place.status = worse(place.status, status);
    place.result = shortResult(output);
    place.failure ??= failure;
    if (place.runs === place.spans.length) place.spans[place.runs - 1] = { startedAt, endedAt, status };
    this.#changed.add(place);
  }

  #placeOf(path: StepPath, startedAt: number): Place {
    return this.#at.at(path, () => this.#add(newPlace(path, startedAt)));
  }

  #add(place: Place): Place {
    this.#places.push(place);
    return place;
  }
}

function copy(place: PlaceSummary): Place {
  return { ...place, spans: [...place.spans] };
}

function newPlace(path: StepPath, startedAt: number): Place {
  return { place: placeNames(path), runs: 0, status: 'running', startedAt, ms: 0, spans: [] };
}

/** What was worst stays visible, however often a step ran. */
function worse(before: PlaceSummary['status'], now: Entry['status']): PlaceSummary['status'] {
  if (before === 'failed' || now === 'failed') return 'failed';
  return before === 'warning' ? 'warning' : now;
}

function shortResult(output: unknown): string | number | undefined {
  if (Array.isArray(output)) return output.length;
  return typeof output === 'string' && output.length <= RESULT_LENGTH ? output : undefined;
}
