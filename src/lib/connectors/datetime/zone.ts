/** Time zones, as the browser knows them: how far a zone's clocks are ahead of UTC, which changes over the year. */
import { FailureError } from '#lib/model/failure.ts';

const DAY_MS = 86_400_000;

/** Milliseconds that the clocks of a zone are ahead of UTC at an instant. Throws `input` when there is no such zone. */
export function offsetAt(instant: number, zone: string): number {
  const name = zoneName(instant, zone, 'longOffset');
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -offset : offset;
}

/** Such as `CET` or `Central European Standard Time`, in English. */
export function zoneName(instant: number, zone: string, style: 'short' | 'long' | 'longOffset'): string {
  const parts = formatter(zone, style).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/**
 * The instant at which the clocks of a zone show a time, which is given as if they were those of UTC. A time that they
 * show twice is the earlier one; one that they skip is as much later as they skip.
 */
export function instantOf(shown: number, zone: string): number {
  const [before, after] = [offsetAt(shown - DAY_MS, zone), offsetAt(shown + DAY_MS, zone)];
  const isRight = (offset: number) => offsetAt(shown - offset, zone) === offset;
  return shown - (!isRight(before) && isRight(after) ? after : before);
}

function formatter(timeZone: string, timeZoneName: 'short' | 'long' | 'longOffset'): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });
  } catch {
    throw new FailureError({
      code: 'input',
      message: `“${timeZone}” is no time zone.`,
      hint: 'Time zones are written such as Europe/Berlin or UTC.',
    });
  }
}
