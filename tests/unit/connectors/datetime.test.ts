import { describe, expect, it } from 'vitest';
import { dateTime } from '#lib/connectors/datetime/index.ts';
import type { StepDefinition } from '#lib/connectors/define.ts';
import { failureOf, resultOf } from '../../support/performAction.ts';

const action = (key: string) => dateTime.actions[key] as StepDefinition;
const perform = (key: string, inputs: Record<string, unknown>) => resultOf(action(key), inputs);
const iso = (dateTimeInput: unknown, tz?: string) => perform('convertToIsoString', { dateTimeInput, tz });
const local = (dateTimeInput: unknown, tz?: string) =>
  perform('convertToLocalIsoString', { dateTimeInput, tz });
const format = (dateTimeInput: unknown, tz?: string, form?: string) =>
  perform('formatDateTime', { dateTimeInput, tz, format: form });

const noon = '2026-01-31T12:00:00.000Z';

describe('a date', () => {
  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01', '2026-01-01T00:00:00.000Z'],
    ['2026-01-31T12:00', noon],
    ['2026-01-31 12:00:00', noon],
    [' 2026-01-31t12:00:00z ', noon],
    ['2026-01-31T12:00:00.5Z', '2026-01-31T12:00:00.500Z'],
    ['2026-01-31T12:00:00.569999Z', '2026-01-31T12:00:00.569Z'],
    ['2026-01-31T13:00:00+01:00', noon],
    ['2026-01-31T10:30-0130', noon],
    ['Sat, 31 Jan 2026 12:00:00 GMT', noon],
    ['31 jan 2026 13:00 +0100', noon],
    ['1769860800', noon],
    [1769860800, noon],
    ['1769860800.123', '2026-01-31T12:00:00.123Z'],
    [0, '1970-01-01T00:00:00.000Z'],
    ['-1', '1969-12-31T23:59:59.000Z'],
    [new Date(noon), noon],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['+012026-01-01', '+012026-01-01T00:00:00.000Z'],
  ])('is read from %j', async (given, expected) => expect(await iso(given)).toBe(expected));

  it.each([
    ['2026-02-29'],
    ['2026-02-30T10:00:00Z'],
    ['1900-02-29'],
    ['2026-13-01'],
    ['2026-00-10'],
    ['2026-01-00'],
    ['2026-01-31T24:00:00Z'],
    ['2026-01-31T12:60:00Z'],
    ['31 Foo 2026 12:00:00 GMT'],
    ['30 Feb 2026 12:00:00 GMT'],
    ['01/31/2026'],
    ['yesterday'],
    ['2026-01-31T12:00:00Zx'],
  ])('is not read from %s', async (given) => {
    expect(await failureOf(action('convertToIsoString'), { dateTimeInput: given })).toMatchObject({
      code: 'input',
      message: `“${given}” is no date.`,
    });
  });

  it.each([undefined, null, '', '  ', {}, [], true, NaN, Infinity, 1e300, new Date(NaN)])(
    'is not read from %j',
    async (dateTimeInput) => {
      for (const key of Object.keys(dateTime.actions).filter((name) =>
        /Iso|format|adjust|toEpoch/i.test(name),
      ))
        expect(await failureOf(action(key), { dateTimeInput })).toMatchObject({ code: 'input' });
    },
  );
});

describe('a date without a zone', () => {
  it.each([
    ['2026-01-31 12:00', 'Europe/Berlin', '2026-01-31T11:00:00.000Z'],
    ['2026-07-31 12:00', 'Europe/Berlin', '2026-07-31T10:00:00.000Z'],
    ['2026-01-31 12:00', 'Asia/Kolkata', '2026-01-31T06:30:00.000Z'],
    // Clocks go from 2:00 to 3:00: what they skip is as much later.
    ['2026-03-29 01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29 03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    // Clocks go from 3:00 back to 2:00: what they show twice is the first of both.
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // By half an hour.
    ['2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    // A day that Samoa left out.
    ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
  ])('%s in %s is %s', async (given, zone, expected) => expect(await iso(given, zone)).toBe(expected));

  it('is of UTC when nobody says more', async () => {
    expect(await local('2026-01-31 12:00', 'Europe/Berlin')).toBe('2026-01-31T13:00:00.000+01:00');
  });
});

describe('local ISO text', () => {
  it.each([
    [noon, undefined, '2026-01-31T12:00:00.000+00:00'],
    [noon, 'Europe/Berlin', '2026-01-31T13:00:00.000+01:00'],
    ['2026-07-31T12:00:00Z', 'europe/berlin', '2026-07-31T14:00:00.000+02:00'],
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29T01:59:59.000+01:00'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29T03:00:00.000+02:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25T02:30:00.000+02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25T02:30:00.000+01:00'],
    [noon, 'America/St_Johns', '2026-01-31T08:30:00.000-03:30'],
    ['2026-12-31T23:00:00Z', 'Pacific/Kiritimati', '2027-01-01T13:00:00.000+14:00'],
    ['1900-01-01T00:00:00Z', 'Europe/Paris', '1900-01-01T00:09:21.000+00:09'],
  ])('of %s in %s is %s', async (given, zone, expected) => expect(await local(given, zone)).toBe(expected));
});

describe('formatDateTime', () => {
  it.each([
    [undefined, undefined, '2026-01-31T12:00:00.000+00:00'],
    ['Europe/Berlin', 'DD.MM.YYYY HH:mm', '31.01.2026 13:00'],
    ['Europe/Berlin', '[ZZ x] ZZ x X', 'ZZ x +0100 1769860800000 1769860800'],
    ['Europe/Berlin', 'dddd, MMMM Do YYYY, h:mm a', 'Saturday, January 31st 2026, 1:00 pm'],
    ['America/New_York', 'z|zzz', 'EST|Eastern Standard Time'],
    ['UTC', '[Q]Q GGGG-[W]WW gggg-ww k', 'Q1 2026-W05 2026-05 12'],
  ])('in %s as %s is %s', async (zone, form, expected) => {
    expect(await format(noon, zone, form)).toBe(expected);
  });

  it('keeps the end of a day in another zone', async () => {
    expect(await format('2026-12-31T23:30:00Z', 'Europe/Berlin', 'YYYY-MM-DD')).toBe('2027-01-01');
    expect(await format('2024-02-29T23:30:00Z', 'Europe/Berlin', 'YYYY-MM-DD')).toBe('2024-03-01');
  });

  it('does not go by the clock of this computer', async () => {
    const own = process.env.TZ;
    process.env.TZ = 'America/New_York';
    try {
      // New York skips this hour.
      expect(await format('2026-03-08T02:30:00Z', 'UTC', 'HH:mm')).toBe('02:30');
      expect(await iso('2026-03-08 02:30')).toBe('2026-03-08T02:30:00.000Z');
    } finally {
      if (own === undefined) delete process.env.TZ;
      else process.env.TZ = own;
    }
  });

  it.each(['formatDateTime', 'convertToIsoString', 'convertToLocalIsoString'])(
    '%s says so when there is no such zone',
    async (key) => {
      const failure = await failureOf(action(key), { dateTimeInput: '2026-01-31', tz: 'Berlin' });
      expect(failure).toMatchObject({ code: 'input', message: '“Berlin” is no time zone.' });
    },
  );
});

describe('adjustDateTime', () => {
  it.each([
    [{ daysInput: '1' }, '2026-02-01T12:00:00.000Z'],
    [{ daysInput: '-31', hoursInput: '', minutesInput: '', secondsInput: '' }, '2025-12-31T12:00:00.000Z'],
    [{ hoursInput: '12', minutesInput: 30, secondsInput: '-1' }, '2026-02-01T00:29:59.000Z'],
    [{ daysInput: 0.5 }, '2026-02-01T00:00:00.000Z'],
    [{}, noon],
  ])('moves by %j', async (inputs, expected) => {
    expect(await perform('adjustDateTime', { dateTimeInput: noon, ...inputs })).toBe(expected);
  });

  it('knows leap days', async () => {
    const next = (dateTimeInput: string) => perform('adjustDateTime', { dateTimeInput, daysInput: 1 });
    expect(await next('2024-02-28')).toBe('2024-02-29T00:00:00.000Z');
    expect(await next('2026-02-28')).toBe('2026-03-01T00:00:00.000Z');
  });

  it.each([{ daysInput: 'a' }, { daysInput: 1e12 }, { secondsInput: 'Infinity' }])(
    'does not move by %j',
    async (inputs) => {
      expect(await failureOf(action('adjustDateTime'), { dateTimeInput: noon, ...inputs })).toMatchObject({
        code: 'input',
      });
    },
  );
});

describe('epoch', () => {
  it.each([
    ['convertToEpoch', { dateTimeInput: noon }, 1769860800000],
    [
      'convertToEpoch',
      { dateTimeInput: '2026-01-31T12:00:00.9Z', displayEpochInSeconds: 'true' },
      1769860800,
    ],
    ['convertFromEpoch', { epochTimestamp: '1769860800000' }, noon],
    ['convertFromEpoch', { epochTimestamp: 1769860800, epochTimestampInSeconds: 'true' }, noon],
    ['convertFromEpoch', { epochTimestamp: 0 }, '1970-01-01T00:00:00.000Z'],
  ])('%s of %j is %j', async (key, inputs, expected) => expect(await perform(key, inputs)).toBe(expected));

  it.each([{ epochTimestamp: 'a' }, {}, { epochTimestamp: 1e16 }, { epochTimestamp: '1e300' }])(
    'is not read from %j',
    async (inputs) => {
      expect(await failureOf(action('convertFromEpoch'), inputs)).toMatchObject({ code: 'input' });
    },
  );
});

describe('getCurrentDateTime', () => {
  const now = () => Date.parse(noon) + 999.5;
  it.each([
    [{}, '2026-01-31T12:00:00.999Z'],
    [{ displayEpochInSeconds: 'true' }, 1769860800],
  ])('with %j gives %j', async (inputs, expected) => {
    expect(await resultOf(action('getCurrentDateTime'), inputs, { now })).toBe(expected);
  });
});
