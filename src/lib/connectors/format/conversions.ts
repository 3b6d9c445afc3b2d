/** From one format to another, both as text: `csvToJson` and its kin (format.md 2.3). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { csv, json, xml, yaml, type Format } from '#lib/connectors/format/Format.ts';
import { withinLimits } from '#lib/connectors/format/limits.ts';
import { anything, content } from '#lib/connectors/inputs.ts';
import { bytesOf, parseJson, toContent } from '#lib/connectors/reading.ts';

const formats: Readonly<Record<string, Format>> = { csv, json, xml, yaml };

/** Every format to every other one, and what earlier steps give (`binary` in keys) to each. */
export const conversions: Readonly<Record<string, StepDefinition>> = Object.fromEntries(
  Object.entries(formats).flatMap(([toKey, to]) => [
    [keyOf('binary', toKey), fromObject(to)],
    ...Object.entries(formats)
      .filter(([, from]) => from !== to)
      .map(([fromKey, from]) => [keyOf(fromKey, toKey), convert(from, to)]),
  ]),
);

function convert(from: Format, to: Format): StepDefinition {
  return defineAction({
    label: `${from.label} to ${to.label}`,
    description: `Turns ${from.label} into ${to.label}.`,
    pure: true,
    inputs: {
      data: content({ label: 'Data', help: helpOf(from, to) ?? `${from.label} as text, or as a file.` }),
    },
    example: to.example,
    synonyms: ['convert'],
    ...unverified(from, to),
    perform: async ({ data }) => {
      const value = await withinLimits(from.label, () => from.read(data));
      return { data: await withinLimits(to.label, () => to.write(value)) };
    },
  });
}

function fromObject(to: Format): StepDefinition {
  return defineAction({
    label: `JavaScript object to ${to.label}`,
    description: `Writes what an earlier step gave as ${to.label}.`,
    pure: true,
    inputs: {
      data: anything({ label: 'Data', help: to.help ?? 'An object, a list or a file from an earlier step.' }),
    },
    example: to.example,
    synonyms: ['convert', 'serialize', 'stringify', 'binary'],
    ...unverified(to),
    perform: async ({ data }) => {
      const value = await withinLimits('data', () => objectOf(data));
      return { data: await withinLimits(to.label, () => to.write(value)) };
    },
  });
}

/** Bytes, and text that was typed in, hold an object or a list as JSON; any other text is itself. */
export function objectOf(data: unknown): unknown {
  const isFile = typeof data === 'object' && data !== null && 'data' in data && bytesOf(data.data);
  const text = isFile || bytesOf(data) ? toContent(data, 'Data') : data;
  const parsed = parseJson(text);
  return typeof parsed === 'object' && parsed !== null ? parsed : text;
}

function unverified(...used: readonly Format[]): { unverified?: true } {
  return used.some((format) => format.unverified) ? { unverified: true } : {};
}

function helpOf(...used: readonly Format[]): string | undefined {
  return used.flatMap(({ help }) => help ?? []).join(' ') || undefined;
}

function keyOf(from: string, to: string): string {
  return `${from}To${to.charAt(0).toUpperCase()}${to.slice(1)}`;
}
