/** Flows that run payloads: the quick ones one after another, the others each in a flow of its own. */
import type { Flow, Step } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { flow } from '../../support/build.ts';
import { code, give, ignoring, invoke, named, times } from '../../support/flows.ts';
import type { Payload } from './payload.ts';

/** Servers that payloads name: one that may hear of nothing, one that the engine may ask. */
export interface Sites {
  site: string;
  open: string;
}

const WAIT = 'module.exports = () => new Promise((go) => setTimeout(go, 20, { data: 1 }));';

/** Somebody else's, who must notice nothing. */
export const beside = named('Beside', flow(times('Again', 20, code('Wait', WAIT)), give('Done', 'done')));

/** The first one starts all others at the same time. */
export function flowsOf(payloads: readonly Payload[], sites: Sites): Flow[] {
  const quick = payloads.filter(({ alone }) => !alone).flatMap((payload) => stepsOf(payload, sites));
  const alone = payloads.filter((payload) => payload.alone);
  const started = [
    ...alone.map((payload) => named(payload.name, flow(...stepsOf(payload, sites)))),
    ...(quick.length > 0 ? [named('Quick', flow(...quick))] : []),
    beside,
  ];
  return [
    named('All', flow(...started.map(({ name }, index) => invoke(`Start ${index}`, name)))),
    ...started,
  ];
}

/** Its failure is in the journal, and the flow goes on. */
function stepsOf({ name, code: source, before }: Payload, sites: Sites): Step[] {
  const first = `Before: ${name}`;
  return [
    ...(before === undefined ? [] : [ignoring(code(first, filled(before, sites, first)))]),
    ignoring(code(name, filled(source, sites, first))),
  ];
}

function filled(source: string, { site, open }: Sites, before: string): string {
  return source
    .replaceAll('{SITE}', site)
    .replaceAll('{OPEN}', open)
    .replaceAll('{BEFORE}', referenceName(before))
    .replaceAll('{MOMENT}', '400');
}
