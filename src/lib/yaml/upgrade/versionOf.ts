import type { YAMLMap } from 'yaml';
import type { Origin } from '#lib/yaml/Origin.ts';

/** The newest version, which is the one that is written. */
const NEWEST = 7;

/** Versions that real files have; the others are read like their neighbours, with a warning. */
const SEEN: ReadonlySet<number> = new Set([1, 2, 4, NEWEST]);

/** The version a document states, 1 when it states none; `undefined`, with a problem, when it cannot be read. */
export function versionOf(root: YAMLMap, origin: Origin): number | undefined {
  const node: unknown = root.get('definitionVersion', true);
  if (node === undefined) return 1;
  const version = origin.data(node);
  const refused = refusal(version);
  const message =
    refused ?? `Format version ${String(version)} is not one we have seen; it is read like its neighbours.`;
  const isKnown = typeof version === 'number' && SEEN.has(version);
  if (!isKnown)
    origin.note(
      { code: 'version', severity: refused ? 'error' : 'warning', message, path: ['definitionVersion'] },
      node,
    );
  return refused ? undefined : (version as number);
}

function refusal(version: unknown): string | undefined {
  if (typeof version !== 'number') return 'The definitionVersion must be the number 7.';
  if (version > NEWEST)
    return `Format version ${version} is newer than this app, which reads version ${NEWEST}.`;
  return version < 1 || !Number.isInteger(version) ? `There is no format version ${version}.` : undefined;
}
