/** What most actions on dates ask for (format.md 2.3, datetime). */
import { anything, flag, text } from '#lib/connectors/inputs.ts';

export const dateTimeInput = anything({
  label: 'Date and time',
  help: 'Such as 2026-01-31T10:00:00Z; a number is seconds since 1970.',
  required: true,
});

/** Files write `etc/UTC`, browsers take any case. */
export const DEFAULT_ZONE = 'etc/UTC';

export function zoneInput(help: string) {
  return text({ label: 'Time zone', help, placeholder: 'Europe/Berlin', default: DEFAULT_ZONE });
}

export const inSeconds = flag({
  label: 'In seconds',
  help: 'Seconds since 1970 instead of milliseconds.',
  default: false,
});
