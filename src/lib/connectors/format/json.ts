/** JSON as text. */
import { placeAt, unreadable, WRONGLY_WRITTEN, type Place } from '#lib/connectors/format/unreadable.ts';

/** Throws `input` with line and column, where the engine tells them. */
export function readJson(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(json) as unknown;
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    if (json.trim() === '') throw unreadable('JSON', 'there is nothing in it');
    throw unreadable('JSON', WRONGLY_WRITTEN, placeIn(json, thrown.message), thrown.message);
  }
}

/** Each engine has its own words for where JSON breaks; some say nothing. */
function placeIn(json: string, message: string): Place | undefined {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined) return { line: Number(line), column: Number(column) };
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return placeAt(json, Number(position));
  return /end of/i.test(message) ? placeAt(json, json.length) : undefined;
}
