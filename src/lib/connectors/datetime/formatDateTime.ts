/** Dates as text in any form (format.md 2.3). */
import { defineAction } from '#lib/connectors/define.ts';
import { dateTimeInput, zoneInput } from '#lib/connectors/datetime/inputs.ts';
import { readInstant } from '#lib/connectors/datetime/readInstant.ts';
import { offsetAt, zoneName } from '#lib/connectors/datetime/zone.ts';
import { text } from '#lib/connectors/inputs.ts';

const ISO_FORMAT = 'YYYY-MM-DDTHH:mm:ss.SSSZ';

/** A date without a zone is one of UTC. */
export const formatDateTime = defineAction({
  label: 'Format date and time',
  description: 'Writes a date in the form and the time zone you choose.',
  pure: true,
  unverified: true,
  inputs: {
    dateTimeInput,
    tz: zoneInput('Whose clocks the text shows.'),
    format: text({
      label: 'Format',
      help: 'YYYY year, MM month, DD day, HH hour, mm minute, ss second, SSS milliseconds, Z offset; [text] stays as it is.',
      default: ISO_FORMAT,
    }),
  },
  example: '31.01.2026 11:00',
  synonyms: ['date', 'time', 'strftime', 'timezone'],
  perform: async (values) => {
    const instant = readInstant(values.dateTimeInput, 'Date and time');
    return { data: await write(instant, values.tz, values.format) };
  },
});

/** A date without a zone is one of UTC. */
export const convertToLocalIsoString = defineAction({
  label: 'Convert to local ISO text',
  description: 'Writes a date as ISO text with the clocks of a time zone.',
  pure: true,
  unverified: true,
  inputs: { dateTimeInput, tz: zoneInput('Whose clocks the text shows.') },
  example: '2026-01-31T11:00:00.000+01:00',
  synonyms: ['date', 'time', 'timezone'],
  perform: async (values) => {
    const instant = readInstant(values.dateTimeInput, 'Date and time');
    return { data: await write(instant, values.tz, ISO_FORMAT) };
  },
});

/** Of a format: text that stays, and all that depends on the instant and not on what the clocks show. */
const ofInstant = /\[[^\]]*\]|zzz|z|ZZ?|X|x/g;

/**
 * The library writes what the clocks of UTC show when they show what those of the zone do: its own plug-in for zones
 * goes by the clock of this computer, and is wrong when that is put forward.
 */
async function write(instant: number, zone: string, format: string): Promise<string> {
  const offset = offsetAt(instant, zone);
  const written = format.replace(ofInstant, (token) =>
    token.startsWith('[') ? token : `[${tokens[token]?.(instant, offset, zone) ?? token}]`,
  );
  const dayjs = (library ??= await load());
  return dayjs.utc(instant + offset).format(written);
}

type Token = (instant: number, offset: number, zone: string) => string | number;

const tokens: Readonly<Record<string, Token>> = {
  Z: (_instant, offset) => offsetText(offset, ':'),
  ZZ: (_instant, offset) => offsetText(offset, ''),
  X: (instant) => Math.floor(instant / 1000),
  x: (instant) => instant,
  z: (instant, _offset, zone) => zoneName(instant, zone, 'short'),
  zzz: (instant, _offset, zone) => zoneName(instant, zone, 'long'),
};

/** Such as +01:00; zones of long ago have seconds, which no form of text has a place for. */
function offsetText(offset: number, between: string): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${digits.join(between)}`;
}

let library: Awaited<ReturnType<typeof load>> | undefined;

async function load() {
  const [{ default: dayjs }, ...plugins] = await Promise.all([
    import('dayjs'),
    import('dayjs/plugin/utc.js'),
    import('dayjs/plugin/weekOfYear.js'),
    import('dayjs/plugin/weekYear.js'),
    import('dayjs/plugin/isoWeek.js'),
    import('dayjs/plugin/advancedFormat.js'),
  ]);
  for (const plugin of plugins) dayjs.extend(plugin.default);
  return dayjs;
}
