/** An audit as text for a terminal: a heading for each thing a document does, and where it does it. */
import type {
  Audit,
  AuditConnection,
  AuditHost,
  AuditLink,
  AuditPlace,
  AuditTrigger,
  HostSource,
  NeededConnector,
} from '#lib/model/audit/report.ts';
import { oneLine } from './oneLine.ts';

/** What is not in the document is not mentioned. */
export function auditText(audit: Audit): string {
  const sections = [
    section('Starts by', audit.triggers.map(triggerRow)),
    section('Calls', audit.hosts.flatMap(hostRows)),
    section('Calls its own flows', audit.ownFlows.map(ownFlowRow)),
    section('Changes elsewhere', audit.effects.map(effectRow)),
    section('Holds code', audit.code.map(codeRow)),
    section('Asks for', audit.connections.flatMap(connectionRows)),
    section('Needs connectors that are not here', audit.connectors.missing.map(connectorRow)),
    section('Cannot run in a browser', audit.connectors.neverInBrowser.map(connectorRow)),
    section('Works only in Sluice', audit.connectors.onlyHere.map(connectorRow)),
    section('Links to', audit.links.map(linkRow)),
  ].filter((text) => text !== '');
  return sections.join('\n') || 'It does nothing.\n';
}

function section(heading: string, rows: readonly string[]): string {
  return rows.length === 0 ? '' : [heading, ...rows.map((row) => `  ${oneLine(row)}`), ''].join('\n');
}

function triggerRow({ flow, kind, connector, action, schedule, timeZone }: AuditTrigger): string {
  const when = schedule === undefined ? '' : ` at ${schedule || 'no time'} ${timeZone ?? 'UTC'}`;
  return `${flow}: ${kind} (${connector}/${action})${when}`;
}

const sources: Readonly<Record<HostSource, string>> = {
  written: '',
  byConfig: ' (a config variable may name another)',
  byConnector: ' (by its connector)',
  atRunTime: '',
};

function hostRows({ host, source, uses }: AuditHost): string[] {
  const name =
    source === 'atRunTime' ? 'ANY HOST, known only at run time' : host || 'a host that is not known';
  return [
    `${name}${sources[source]}`,
    ...uses.map(
      ({ text, credentials, ...place }) =>
        `  ${placeText(place)}: ${text}${credentials ? ', with a password in the address' : ''}`,
    ),
  ];
}

function ownFlowRow({ target, calls, ...place }: Audit['ownFlows'][number]): string {
  return `${target}, ${calls ? 'called' : 'its address given away'} by ${placeText(place)}`;
}

function effectRow({ connector, does, target, ...place }: Audit['effects'][number]): string {
  return `${placeText(place)}: ${does} (${connector})${target === undefined ? '' : `, ${target}`}`;
}

function codeRow({ lines, firstLine, atRunTime, ...place }: Audit['code'][number]): string {
  return `${placeText(place)}: ${atRunTime ? 'known only at run time' : `${counted(lines, 'line')}, ${firstLine}`}`;
}

function connectionRows({ configVar, connector, key, scoped, inputs, goesTo }: AuditConnection): string[] {
  const what = scoped ?? [connector, key].filter((part) => part !== undefined).join('/');
  const fields = inputs.map((input) => (input.filled ? `${input.key} (filled in)` : input.key));
  const hosts = goesTo.map(({ host, source }) => (source === 'atRunTime' ? 'any host' : host));
  return [
    `${configVar}: connection ${what}${fields.length > 0 ? ` with ${fields.join(', ')}` : ''}`,
    ...(hosts.length > 0 ? [`  goes to ${hosts.join(', ')}`] : []),
  ];
}

function connectorRow({ connector, actions, usedBy }: NeededConnector): string {
  return `${connector}: ${actions.join(', ')} (in ${counted(usedBy.length, 'place')})`;
}

function linkRow({ place, host, image }: AuditLink): string {
  const where = typeof place === 'string' ? place : `page ${place.page}`;
  return `${host}, ${image ? 'loaded by' : 'in'} ${where}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "Orders › Get customer, url". */
function placeText({ flow, step, configVar, input }: AuditPlace): string {
  const names = [flow, step, configVar].filter((name) => name !== undefined).join(' › ');
  return [names, input].filter(Boolean).join(', ');
}
