/** The values of config variables when a flow starts (format.md 1.8). */
import { connectionValue } from '#lib/model/connectionValue.ts';
import type { ConfigVar } from '#lib/model/integration.ts';

/** By key: what was set, else the default. Lists are stored as JSON text and become arrays. */
export function configValues(
  configVars: readonly ConfigVar[],
  set: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return Object.fromEntries(configVars.map((configVar) => [configVar.key, valueOf(configVar, set)]));
}

function valueOf(configVar: ConfigVar, set: Readonly<Record<string, unknown>>): unknown {
  const value = Object.hasOwn(set, configVar.key) ? set[configVar.key] : configVar.defaultValue;
  if (configVar.dataType === 'connection') return connectionValue(configVar, value);
  if (configVar.collectionType === undefined || typeof value !== 'string') return value;
  try {
    return JSON.parse(value || '[]') as unknown;
  } catch {
    return value;
  }
}
