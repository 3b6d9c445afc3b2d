/** Durations and times as screens print them. */

/** "0.4 ms", "412 ms", "1.5 s", "2 min 5 s". */
export function durationText(ms: number): string {
  if (ms < 0.95) return `${Math.max(ms, 0.1).toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** The time of day, "14:02:11", for things of today; with the date before that. */
export function timeText(at: number, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return (today ? timeOfDay : dateAndTime).format(at);
}

/** "2 hours ago", "just now". */
export function agoText(at: number, now = Date.now()): string {
  const seconds = (at - now) / 1000;
  if (seconds > -45) return 'just now';
  const [unit, size] = units.find(([, length]) => -seconds >= length * 0.75) ?? units[3];
  return ago.format(Math.round(seconds / size), unit);
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const ago = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const units = [
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;
