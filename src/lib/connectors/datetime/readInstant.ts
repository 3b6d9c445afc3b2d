/** From what stands for a date to the instant it means (format.md 1.10, toDate). */
import { instantOf } from '#lib/connectors/datetime/zone.ts';
import { isUnset, wrongShape } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** The last instant that a date can have, in milliseconds since 1970; the first is as far before. */
const LAST = 8_640_000_000_000_000;

/**
 * Milliseconds since 1970. A number, also one written as text, is UNIX seconds; a text that names no zone is of the one
 * that is given. Throws `input` for what is no date, also for February 30.
 */
export function readInstant(value: unknown, label: string, zone = 'UTC'): number {
  const instant = instantIn(value, zone);
  if (instant !== undefined) return checkInstant(instant);
  throw isUnset(value) || typeof value === 'object'
    ? wrongShape(label, 'a date', value)
    : noDate(String(value));
}

/** Throws `input` for what is beyond the dates that there are. */
export function checkInstant(instant: number): number {
  if (Math.abs(instant) <= LAST) return Math.round(instant);
  throw new FailureError({ code: 'input', message: 'This date is too far from today to be written.' });
}

function instantIn(value: unknown, zone: string): number | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return value * 1000;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.trim();
  const seconds = Number(text);
  return Number.isNaN(seconds) ? instantOfText(text, zone) : seconds * 1000;
}

const iso = new RegExp(
  [
    /^(?<year>[+-]\d{6}|\d{4})-(?<month>\d\d)(-(?<day>\d\d))?/,
    /([T ](?<hour>\d\d):(?<minute>\d\d)(:(?<second>\d\d)([.,](?<fraction>\d+))?)?)? ?(?<zone>Z|[+-]\d\d:?\d\d)?$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

/** As in headers of mails and answers: Thu, 01 Jan 2026 10:00:00 GMT. */
const mail =
  /^(\w{3}, )?(?<day>\d{1,2}) (?<name>[a-z]{3}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d)(:(?<second>\d\d))? (?<zone>GMT|UTC|[+-]\d{4})$/i;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function instantOfText(text: string, zone: string): number | undefined {
  const parts = (iso.exec(text) ?? mail.exec(text))?.groups;
  const shown = parts && shownIn(parts);
  if (shown === undefined) return undefined;
  return parts?.zone === undefined ? instantOf(shown, zone) : shown - offsetOf(parts.zone);
}

type Parts = Readonly<Record<string, string | undefined>>;

/** The time that a text shows, as if its clock were that of UTC; `undefined` when no calendar has it. */
function shownIn({ name, ...parts }: Parts): number | undefined {
  const month = name === undefined ? Number(parts.month ?? 1) - 1 : months.indexOf(name.toLowerCase());
  const [day, hour] = [Number(parts.day ?? 1), Number(parts.hour ?? 0)];
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(parts.year), month, day);
  date.setUTCHours(hour, minute, second, Number((parts.fraction ?? '').padEnd(3, '0').slice(0, 3)));
  // A day that a month does not have would be one of another month.
  return date.getUTCMonth() === month ? date.getTime() : undefined;
}

/** Milliseconds of `Z`, `GMT`, `+02:00` or `-0130`. */
function offsetOf(zone: string): number {
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):?(\d\d)/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -offset : offset;
}

function noDate(text: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${text.slice(0, 80)}” is no date.`,
    hint: 'A date is written such as 2026-01-31 or 2026-01-31T10:00:00Z, or is a number of seconds since 1970.',
  });
}
