/** What an integration holds, in numbers: "3 flows, 14 steps, 5 config variables". */
import { placedSteps } from '#lib/model/flow.ts';
import type { Integration } from '#lib/model/integration.ts';

/** Triggers count as steps, as in the designer. */
export function countWords({ flows, configVars }: Integration): string {
  const steps = flows.reduce((sum, flow) => sum + placedSteps(flow).length, 0);
  return [
    counted(flows.length, 'flow'),
    counted(steps, 'step'),
    counted(configVars.length, 'config variable'),
  ].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
