/** Numbers out of their range, and settings that exclude each other (format.md 1.4, 1.5). */
import type { Flow, QueueConfig } from '#lib/model/integration.ts';
import { changeFlowAt, changeStepAt } from '#lib/model/problems/edits.ts';
import type { Finding, Fix } from '#lib/model/problems/Findings.ts';
import type { FlowSite, StepSite } from '#lib/model/problems/sites.ts';
import { aboutStep } from '#lib/model/problems/subject.ts';

interface Range {
  least: number;
  most: number;
}

const retryRanges = { maxAttempts: { least: 0, most: 10 }, delayMinutes: { least: 0, most: 60 } };
const queueRanges = { concurrencyLimit: { least: 2, most: 15 } };
const errorRanges = { maxAttempts: { least: 0, most: 5 }, delaySeconds: { least: 0, most: 60 } };

export function errorConfigFindings(site: StepSite): Finding[] {
  const { errorConfig, name } = site.step;
  if (!errorConfig) return [];
  return outside(errorConfig, errorRanges).map(({ key, message, nearestValue }) =>
    aboutStep(site, {
      code: 'outOfRange',
      severity: 'error',
      message: `The error handling of “${name}” ${message}`,
      path: ['errorConfig', key],
      fixes: [
        {
          label: `Set to ${nearestValue}`,
          edit: changeStepAt(site, (step) => ({
            ...step,
            errorConfig: { ...step.errorConfig, [key]: nearestValue },
          })),
        },
      ],
    }),
  );
}

export function flowRangeFindings(site: FlowSite): Finding[] {
  const { retryConfig = {}, queueConfig = {} } = site.flow;
  return [
    ...outside(retryConfig, retryRanges).map((found) => flowRange(site, 'retryConfig', 'retry', found)),
    ...outside(queueConfig, queueRanges).map((found) => flowRange(site, 'queueConfig', 'queue', found)),
  ];
}

function flowRange(
  site: FlowSite,
  config: 'retryConfig' | 'queueConfig',
  noun: string,
  { key, message, nearestValue }: Outside,
): Finding {
  const edit = changeFlowAt(site, (flow) => ({
    ...flow,
    [config]: { ...flow[config], [key]: nearestValue },
  }));
  return {
    code: 'outOfRange',
    severity: 'error',
    message: `The ${noun} of flow “${site.flow.name}” ${message}`,
    path: [...site.path, config, key],
    place: { flow: site.flow.name },
    fixes: [{ label: `Set to ${nearestValue}`, edit }],
  };
}

interface Outside {
  key: string;
  /** The end of a sentence. */
  message: string;
  nearestValue: number;
}

type Ranges = Readonly<Record<string, Range>>;

function outside<R extends Ranges>(config: { readonly [K in keyof R]?: number }, ranges: R): Outside[] {
  return Object.entries(ranges).flatMap(([key, { least, most }]) => {
    const value = config[key];
    if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return [];
    const nearestValue = Math.min(most, Math.max(least, Math.round(value) || least));
    const message = `has ${value} for “${key}”, which is a whole number from ${least} to ${most}.`;
    return [{ key, message, nearestValue }];
  });
}

export function queueFindings(site: FlowSite): Finding[] {
  const { name, queueConfig } = site.flow;
  return conflicts(site.flow).map(({ key, message, off }) => ({
    code: 'conflictingSettings',
    severity: 'error',
    message: `Flow “${name}” ${message}`,
    path: [...site.path, 'queueConfig', ...(queueConfig?.[key] === undefined ? [] : [key])],
    place: { flow: name },
    fixes: off.map((setting) => turnOff(site, setting)),
  }));
}

type Setting = 'usesFifoQueue' | 'singletonExecutions';

interface Conflict {
  key: Setting;
  message: string;
  /** Any of them ends it. */
  off: readonly Setting[];
}

function conflicts(flow: Flow): Conflict[] {
  const { usesFifoQueue, singletonExecutions }: QueueConfig = flow.queueConfig ?? {};
  const isScheduled = flow.trigger.schedule !== undefined && flow.trigger.schedule.scheduleType !== 'none';
  const found: (Conflict | false | undefined)[] = [
    usesFifoQueue &&
      isScheduled && {
        key: 'usesFifoQueue',
        message: 'starts by a schedule, so it cannot have a queue.',
        off: ['usesFifoQueue'],
      },
    singletonExecutions &&
      !isScheduled && {
        key: 'singletonExecutions',
        message: 'does not start by a schedule, so it cannot wait for its last execution.',
        off: ['singletonExecutions'],
      },
    usesFifoQueue &&
      singletonExecutions && {
        key: 'singletonExecutions',
        message: 'cannot both have a queue and wait for its last execution.',
        off: [isScheduled ? 'usesFifoQueue' : 'singletonExecutions'],
      },
  ];
  return found.filter((conflict) => conflict !== false && conflict !== undefined);
}

const settingNames: Readonly<Record<Setting, string>> = {
  usesFifoQueue: 'the queue',
  singletonExecutions: 'waiting for the last execution',
};

function turnOff(site: FlowSite, setting: Setting): Fix {
  const edit = changeFlowAt(site, (flow) => ({
    ...flow,
    queueConfig: { ...flow.queueConfig, [setting]: false },
  }));
  return { label: `Turn off ${settingNames[setting]}`, edit };
}
