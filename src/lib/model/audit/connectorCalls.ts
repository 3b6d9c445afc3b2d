/** Hosts that follow from a step's connector. */
import { readAddress } from '#lib/model/audit/address.ts';
import { filled, type ConfigVars } from '#lib/model/audit/filled.ts';
import type { HostCall } from '#lib/model/audit/hostCalls.ts';
import { connectorHosts } from '#lib/model/audit/hosts.ts';
import type { AuditPlace } from '#lib/model/audit/report.ts';
import type { ActionRef, Input } from '#lib/model/integration.ts';

type Inputs = Readonly<Record<string, Input>>;

/** None for a connector without hosts of its own, and where the step names another host itself. */
export function connectorCalls(
  { connector, key }: ActionRef,
  inputs: Inputs,
  place: AuditPlace,
  configVars: ConfigVars,
): HostCall[] {
  const known = connectorHosts.get(connector);
  if (!known || (known.instead ?? []).some((input) => names(inputs, input, configVars))) return [];
  return known.hosts.map((pattern) =>
    callOf(pattern, inputs, { ...place, text: `${connector}/${key}` }, configVars),
  );
}

/** An address of a host, not one of our own flows: S3 is told those where to send its events. */
function names(inputs: Inputs, key: string, configVars: ConfigVars): boolean {
  const input = ownInput(inputs, key);
  if (input === undefined || input.type === 'reference') return false;
  return readAddress(filled(input, configVars).text, true).kind !== 'none';
}

function callOf(pattern: string, inputs: Inputs, use: HostCall['use'], configVars: ConfigVars): HostCall {
  let source: HostCall['source'] = 'byConnector';
  const host = pattern.replace(/\{(\w+)\}\./g, (_all, key: string) => {
    const input = ownInput(inputs, key);
    const { text, configStarts } = input ? filled(input, configVars) : { text: '', configStarts: [] };
    if (configStarts.length > 0) source = 'byConfig';
    return text === '' ? '' : `${text}.`;
  });
  const reading = readAddress(`https://${host}/`, false);
  if (reading.kind === 'host') return { host: reading.host, source, use };
  return {
    host: '',
    source: reading.kind === 'unknown' && reading.hole === 'config' ? 'byConfig' : 'atRunTime',
    use,
  };
}

function ownInput(inputs: Inputs, key: string): Input | undefined {
  return Object.hasOwn(inputs, key) ? inputs[key] : undefined;
}
