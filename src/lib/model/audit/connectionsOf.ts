/** Which connections a document asks for, who uses them, and where what is in them would go. */
import type { HostCall } from '#lib/model/audit/hostCalls.ts';
import type { AuditConnection, AuditPlace } from '#lib/model/audit/report.ts';
import type { Site } from '#lib/model/audit/Site.ts';
import type { ConfigVar, Input, Integration } from '#lib/model/integration.ts';
import { configVarsIn } from '#lib/model/references.ts';

export function connectionsOf(
  { configVars }: Integration,
  sites: readonly Site[],
  calls: readonly HostCall[],
): AuditConnection[] {
  const connections = configVars.filter(({ dataType }) => dataType === 'connection');
  return connections.map((configVar) => {
    const usedBy = sites.filter((site) => uses(site, configVar.key)).map(({ place }) => place);
    return { ...described(configVar), usedBy, goesTo: goesTo(configVar.key, usedBy, calls) };
  });
}

function described({
  key,
  connection,
  useScopedConfigVar,
  inputs = {},
}: ConfigVar): Omit<AuditConnection, 'usedBy' | 'goesTo'> {
  return {
    configVar: key,
    ...(connection && { connector: connection.connector, key: connection.key }),
    ...(useScopedConfigVar !== undefined && { scoped: useScopedConfigVar }),
    inputs: Object.entries(inputs).map(([name, input]) => ({ key: name, filled: isFilled(input) })),
  };
}

function isFilled({ value }: Input): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

/** Code gets at every variable; one that reads them by names it makes up may read this one. */
function uses({ input, isCode }: Site, key: string): boolean {
  if (configVarsIn(input).includes(key)) return true;
  if (!isCode || typeof input.value !== 'string') return false;
  return (
    input.value.includes(key) ||
    /\bconfigVars\b(?!\s*(?:\[\s*["'`]|\??\.\s*\w|\?\.\[\s*["'`]))/.test(input.value)
  );
}

function goesTo(
  key: string,
  usedBy: readonly AuditPlace[],
  calls: readonly HostCall[],
): AuditConnection['goesTo'] {
  const there = calls.filter(
    ({ use }) => use.configVar === key || usedBy.some((place) => sameOwner(place, use)),
  );
  const targets = new Map(there.map(({ host, source }) => [`${source} ${host}`, { host, source }]));
  return Array.from(targets.values());
}

/** Whatever a step is given, it may send to every host it calls. */
function sameOwner(place: AuditPlace, other: AuditPlace): boolean {
  return place.flow === other.flow && place.step === other.step && place.configVar === other.configVar;
}
