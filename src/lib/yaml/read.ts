/** From the text of a file to an `Integration`. Never throws on text. */
import type { Integration } from '#lib/model/integration.ts';
import type { Problem } from '#lib/model/problem.ts';
import { MapReader, isRecord, type Notes } from '#lib/yaml/MapReader.ts';
import { readIntegration } from '#lib/yaml/readIntegration.ts';
import { readText } from '#lib/yaml/readText.ts';

export interface Reading {
  /** Absent when a problem of severity `error` was found. */
  integration?: Integration;
  /** Each with line and column, in the order of the text. */
  problems: Problem[];
}

/** Reads a YAML document of format version 7. */
export function read(text: string): Reading {
  const { data, problems, locate } = readText(text);
  if (problems.length > 0) return { problems };
  const notes: Notes = [];
  checkVersion(data, notes);
  const integration = notes.length === 0 ? readIntegration(data, notes) : undefined;
  const located = locate(notes);
  return located.some(({ severity }) => severity === 'error')
    ? { problems: located }
    : { integration, problems: located };
}

/** What is not an integration of a version we read is refused before its parts are looked at. */
function checkVersion(data: unknown, notes: Notes): void {
  const map = new MapReader(data, [], notes);
  if (!isRecord(data)) return;
  const version = Number(map.raw('definitionVersion') ?? 1);
  if (version === 7) return;
  const message = version > 7 ? 'is newer than this app' : 'is older than the one this app reads';
  map.note('version', `Format version ${version} ${message}; version 7 is needed.`, ['definitionVersion']);
}
