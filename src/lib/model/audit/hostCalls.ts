/** Hosts that inputs of steps and config variables name. */
import { readAddress, runTimeHole, type AddressReading } from '#lib/model/audit/address.ts';
import { addressesIn } from '#lib/model/audit/addressesIn.ts';
import { codeAddresses } from '#lib/model/audit/codeAddresses.ts';
import { filled, type ConfigVars } from '#lib/model/audit/filled.ts';
import { ownAddress, type OwnFlows } from '#lib/model/audit/ownFlows.ts';
import { publicText } from '#lib/model/audit/publicText.ts';
import type { AuditHost, HostUse } from '#lib/model/audit/report.ts';
import type { Site } from '#lib/model/audit/Site.ts';
import { textsIn } from '#lib/model/audit/textsIn.ts';

/** One host at one place. */
export interface HostCall extends Pick<AuditHost, 'host' | 'source'> {
  use: HostUse;
}

/** Of one leaf of an input; none when it stays at home. */
export function hostCalls(site: Site, own: OwnFlows, configVars: ConfigVars): HostCall[] {
  const { input } = site;
  if (site.isCode) return codeCalls(site, configVars);
  if (site.isConnection) return connectionCalls(site);
  if (!site.callsOut || ownAddress(site, own) !== undefined || holdsConnection(site, configVars)) return [];
  // References elsewhere are what is sent, not where to.
  if (input.type === 'reference' && !site.isAddress) return [];
  if (input.type === 'value' || input.type === 'unknown')
    return textsIn(input.value).flatMap((text) => textCalls({ text, configStarts: [] }, text, site));
  const shown = typeof input.value === 'string' ? input.value : '';
  return textCalls(filled(input, configVars), shown, site);
}

interface Text {
  text: string;
  configStarts: readonly number[];
}

/** A whole text that is an address, or those inside it. */
function textCalls(
  whole: Text,
  shown: string,
  { isAddress, place }: Pick<Site, 'isAddress' | 'place'>,
): HostCall[] {
  const reading = readAddress(whole.text, isAddress);
  if (isAddress && reading.kind !== 'none') return callsOf(reading, whole.configStarts, shown, place);
  return addressesIn(whole.text).flatMap(({ text, start }) => {
    const starts = whole.configStarts.map((one) => one - start).filter((one) => one >= 0);
    return callsOf(readAddress(text, false), starts, text, { ...place, mentioned: true });
  });
}

/** An address in a connection is what whoever sets it up says; one that cannot be read yet is asked for. */
function connectionCalls({ input, isAddress, place }: Site): HostCall[] {
  const text = input.type === 'value' && typeof input.value === 'string' ? input.value : '';
  const reading = readAddress(text, true);
  if (isAddress) return callsOf(reading.kind === 'none' ? asked : reading, [0], text, place);
  return textCalls({ text, configStarts: [0] }, text, { isAddress, place });
}

const asked: AddressReading = { kind: 'unknown', hole: 'config', end: 0 };

/** Code may be a text, or be put together when it runs: then it could be anything. */
function codeCalls({ input, place }: Site, configVars: ConfigVars): HostCall[] {
  const { text } = filled(input, configVars);
  const calls = codeAddresses(text).flatMap((address) =>
    callsOf(readAddress(address, false), [], address === runTimeHole ? 'code' : address, place),
  );
  const isText = input.type === 'value' || text === '';
  return isText ? calls : [...calls, { host: '', source: 'atRunTime', use: { ...place, text: 'code' } }];
}

function callsOf(
  reading: AddressReading,
  configStarts: readonly number[],
  shown: string,
  place: Omit<HostUse, 'text'>,
): HostCall[] {
  if (reading.kind === 'none') return [];
  const use = { ...place, text: publicText(shown) };
  if (reading.kind === 'unknown')
    return [{ host: '', source: reading.hole === 'config' ? 'byConfig' : 'atRunTime', use }];
  const source = configStarts.some((start) => start < reading.end) ? 'byConfig' : 'written';
  return [{ host: reading.host, source, use: reading.credentials ? { ...use, credentials: true } : use }];
}

/** A connection is no address; what it holds is told at its own place. */
function holdsConnection({ input }: Site, configVars: ConfigVars): boolean {
  return input.type === 'configVar' && configVars.get(input.value)?.dataType === 'connection';
}
