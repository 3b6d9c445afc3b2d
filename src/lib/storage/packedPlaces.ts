/** The places of a summary as they are stored: the spans of a long loop, thousands of them, as one short text. */
import type { PlaceSummary, Span } from '#lib/model/execution.ts';
import { ticksBetween, timeAfter } from '#lib/storage/ticks.ts';

export interface StoredPlaces {
  /** Without their spans where there is a text. */
  places: readonly PlaceSummary[];
  /** A JSON list of the spans of each place, those as `Packed`. */
  spans?: string;
}

/** Start from the start before it, end from the start, number of the status. */
type Packed = [start: number, end: number | null, status: number];

/** Their numbers are stored: new ones come last. */
const statuses: readonly Span['status'][] = ['running', 'succeeded', 'warning', 'failed'];

/** Fewer are quick either way. */
const LEAST_SPANS = 100;

/** The places as they are to be stored. */
export function packPlaces(places: readonly PlaceSummary[]): StoredPlaces {
  if (places.reduce((count, { spans }) => count + spans.length, 0) < LEAST_SPANS) return { places };
  const packed = places.map(({ spans }) => packSpans(spans));
  if (packed.includes(undefined)) return { places };
  return { places: places.map((place) => ({ ...place, spans: [] })), spans: JSON.stringify(packed) };
}

export function unpackPlaces({ places, spans }: StoredPlaces): readonly PlaceSummary[] {
  if (spans === undefined) return places;
  const packed = JSON.parse(spans) as Packed[][];
  return places.map((place, index) => ({ ...place, spans: unpackSpans(packed[index] ?? []) }));
}

/** `undefined` when a time does not fit. */
function packSpans(spans: readonly Span[]): Packed[] | undefined {
  const packed: Packed[] = [];
  let before = 0;
  for (const { startedAt, endedAt, status } of spans) {
    const start = ticksBetween(before, startedAt);
    const end = endedAt === undefined ? null : ticksBetween(startedAt, endedAt);
    if (start === undefined || end === undefined) return undefined;
    packed.push([start, end, statuses.indexOf(status)]);
    before = startedAt;
  }
  return packed;
}

function unpackSpans(packed: readonly Packed[]): Span[] {
  let startedAt = 0;
  return packed.map(([start, end, number]) => {
    startedAt = timeAfter(startedAt, start);
    const status = statuses[number] ?? 'running';
    return end === null ? { startedAt, status } : { startedAt, endedAt: timeAfter(startedAt, end), status };
  });
}
