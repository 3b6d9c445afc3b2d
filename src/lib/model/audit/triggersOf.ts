/** What starts the flows of a document. */
import type { AuditTrigger, TriggerKind } from '#lib/model/audit/report.ts';
import type { Flow, Input, Integration, Schedule } from '#lib/model/integration.ts';

export function triggersOf({ flows }: Integration): AuditTrigger[] {
  return flows.map(triggerOf);
}

const kinds: ReadonlyMap<string, TriggerKind> = new Map<string, TriggerKind>([
  ['webhook-triggers', 'webhook'],
  ['schedule-triggers', 'schedule'],
  ['management-triggers', 'management'],
  ['cross-flow', 'crossFlow'],
  ['recursive-flow', 'recursive'],
  ['code', 'code'],
]);

function triggerOf({ name, trigger }: Flow): AuditTrigger {
  const { action, schedule } = trigger;
  const kind = kinds.get(action.connector) ?? (/webhook/i.test(action.key) ? 'webhook' : 'other');
  return {
    flow: name,
    step: trigger.name,
    kind,
    connector: action.connector,
    action: action.key,
    ...(schedule && scheduleText(schedule)),
  };
}

function scheduleText({ cron, timeZone }: Schedule): Pick<AuditTrigger, 'schedule' | 'timeZone'> {
  return { schedule: inputText(cron), ...(timeZone !== '' && { timeZone }) };
}

function inputText({ value }: Input): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
