/** Settings of flows and of what happens when a step fails (format.md 1.2, 1.4, 1.5). */
import type { DocumentPath } from '#lib/model/problem.ts';
import type { Flow } from '#lib/model/integration.ts';
import type { Findings } from '#lib/model/problems/Findings.ts';

/** Flows without steps, numbers that are out of range, and settings that exclude each other. */
export function flowRules(findings: Findings): void {
  const { flows, endpointType = 'flow_specific', preprocessFlowName } = findings.integration;
  if (flows.length === 0)
    findings.add({
      code: 'noSteps',
      severity: 'error',
      message: 'The integration has no flows.',
      path: ['flows'],
    });
  flows.forEach((flow, index) => checkFlow(findings, flow, ['flows', index]));
  for (const { flow, step, path } of findings.steps) {
    const range = new Ranges(findings, flow.name, [...path, 'errorConfig'], step.name);
    range.check('maxAttempts', step.errorConfig?.maxAttempts, 0, 5);
    range.check('delaySeconds', step.errorConfig?.delaySeconds, 0, 60);
  }
  if (endpointType === 'flow_specific') return;
  if (flows.some(({ name }) => name === preprocessFlowName)) return;
  findings.add({
    code: 'conflictingSettings',
    severity: 'error',
    message:
      'The flows share one address, so one of them must find out which flow is meant: choose it as “preprocessFlowName”.',
    path: ['preprocessFlowName'],
  });
}

function checkFlow(findings: Findings, flow: Flow, path: DocumentPath): void {
  if (flow.steps.length === 0 && !flow.trigger.branches)
    findings.add({
      code: 'noSteps',
      severity: 'warning',
      message: `Flow “${flow.name}” has no steps.`,
      path,
      place: { flow: flow.name },
      fixes: [{ label: 'Add a step' }],
    });
  const retry = new Ranges(findings, flow.name, [...path, 'retryConfig']);
  retry.check('maxAttempts', flow.retryConfig?.maxAttempts, 0, 10);
  retry.check('delayMinutes', flow.retryConfig?.delayMinutes, 0, 60);
  new Ranges(findings, flow.name, [...path, 'queueConfig']).check(
    'concurrencyLimit',
    flow.queueConfig?.concurrencyLimit,
    2,
    15,
  );
  checkQueue(findings, flow, [...path, 'queueConfig']);
}

function checkQueue(findings: Findings, { name, trigger, queueConfig = {} }: Flow, path: DocumentPath): void {
  const add = (message: string) =>
    findings.add({ code: 'conflictingSettings', severity: 'error', message, path, place: { flow: name } });
  const { usesFifoQueue, singletonExecutions } = queueConfig;
  if (usesFifoQueue && singletonExecutions)
    add(`Flow “${name}” cannot both queue its executions and run only one at a time.`);
  if (usesFifoQueue && trigger.schedule) add(`Flow “${name}” runs by a schedule, which cannot be queued.`);
  if (singletonExecutions && !trigger.schedule)
    add(`Only a flow with a schedule can run one execution at a time; “${name}” has none.`);
}

class Ranges {
  readonly #findings: Findings;
  readonly #flow: string;
  readonly #path: DocumentPath;
  readonly #step: string | undefined;

  constructor(findings: Findings, flow: string, path: DocumentPath, step?: string) {
    this.#findings = findings;
    this.#flow = flow;
    this.#path = path;
    this.#step = step;
  }

  check(key: string, value: number | undefined, least: number, most: number): void {
    if (value === undefined || (value >= least && value <= most)) return;
    this.#findings.add({
      code: 'outOfRange',
      severity: 'error',
      message: `“${key}” of “${this.#step ?? this.#flow}” must be from ${least} to ${most}.`,
      path: [...this.#path, key],
      place: { flow: this.#flow, step: this.#step },
    });
  }
}
