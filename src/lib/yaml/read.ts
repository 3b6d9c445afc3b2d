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
  const version = map.raw('definitionVersion');
  if (version !== 7) map.note('version', versionSentence(version), ['definitionVersion']);
}

function versionSentence(version: unknown): string {
  if (version === undefined) return 'This file does not say its definitionVersion; version 7 is needed.';
  if (typeof version !== 'number') return 'The definitionVersion must be the number 7.';
  return version > 7
    ? `Format version ${version} is newer than this app, which reads version 7.`
    : `Format version ${version} is older than version 7, the one this app reads.`;
}
