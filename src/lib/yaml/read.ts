/** From a file, or its text, to an `Integration`. Never throws on what a file says. */
import { isMap } from 'yaml';
import type { Integration } from '#lib/model/integration.ts';
import type { DocumentPath, Problem } from '#lib/model/problem.ts';
import { decode } from '#lib/yaml/decode.ts';
import { MapReader } from '#lib/yaml/MapReader.ts';
import type { Origin, Place } from '#lib/yaml/Origin.ts';
import { readIntegration } from '#lib/yaml/readIntegration.ts';
import { readText } from '#lib/yaml/readText.ts';
import { upgrade } from '#lib/yaml/upgrade.ts';
import type { UpgradeChange } from '#lib/yaml/upgrade/Changes.ts';

export interface Reading {
  /** Absent when a problem of severity `error` was found. */
  integration?: Integration;
  /** Each with line and column where the text has them. */
  problems: readonly Problem[];
  /** What was changed to make a document of an older version one of version 7; empty for version 7. */
  changes: readonly UpgradeChange[];
  /** Where a path of the document as version 7 stands in the text, or the nearest place above it. */
  locate: (path: DocumentPath) => Place;
}

/** Reads a document of format version 1 (none stated), 2, 4 or 7, or a workflow. Bytes may be UTF-8 or UTF-16. */
export function read(source: string | Uint8Array): Reading {
  const decoded = typeof source === 'string' ? { text: source } : decode(source);
  if ('problem' in decoded) return failed([decoded.problem]);
  const { origin, problems } = readText(decoded.text);
  return origin ? readTree(origin) : failed(problems);
}

function readTree(origin: Origin): Reading {
  const { problems } = origin;
  const locate = (path: DocumentPath) => origin.locate(path);
  // What is no mapping at all says so, and nothing else.
  if (!isMap(origin.document.contents)) new MapReader(origin.document.contents, [], origin);
  const changes = problems.length === 0 ? upgrade(origin) : [];
  if (problems.some(isError)) return { problems, changes: [], locate };
  const integration = readIntegration(origin);
  return problems.some(isError) ? { problems, changes, locate } : { integration, problems, changes, locate };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function failed(problems: readonly Problem[]): Reading {
  return { problems, changes: [], locate: () => ({ line: 1, column: 1 }) };
}
