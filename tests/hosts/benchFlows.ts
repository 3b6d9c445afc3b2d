/** The flows that are measured. */
import type { Flow } from '#lib/model/integration.ts';
import { flow, object, reference, step, value } from '../support/build.ts';
import { code, get, ignoring, times } from '../support/flows.ts';

export const STEPS_A_TURN = 100;

/** Pure steps with one reference each, in a loop. */
export function pureFlow(turns: number): Flow {
  const steps = Array.from({ length: STEPS_A_TURN }, (_, index) =>
    object(`Set ${index + 1}`, { value: reference('loop.currentItem') }),
  );
  return flow(times('Loop', turns, ...steps));
}

/** A request each turn. */
export function impureFlow(turns: number, url: string): Flow {
  return flow(times('Loop', turns, get('Get', value(url))));
}

const TRIVIAL = 'module.exports = async () => ({ data: 1 });';

export function codeFlow(turns: number): Flow {
  return flow(times('Loop', turns, code('Code', TRIVIAL)));
}

/** Code that is killed at its deadline, then other code; without the first, code that starts as usual. */
export function killedFlow(killed: boolean): Flow {
  const endless = ignoring(code('Endless', 'module.exports = () => { for (;;); };'));
  return flow(...(killed ? [endless] : []), code('Next', TRIVIAL));
}

export function sleepingFlow(): Flow {
  return flow(step('Sleep', 'sleep/sleep', { ms: value('600000') }));
}
