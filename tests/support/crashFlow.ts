/** A run of 300 steps whose result says whether every one of them took place. */
import type { Integration, Step } from '#lib/model/integration.ts';
import type { StepPath } from '#lib/model/path.ts';
import { flow, loop, object, reference, step, template, value } from './build.ts';
import { copy, give, integration, retrying } from './flows.ts';

const ORDERS = 45;
const NOTES = 26;

/** How many steps one run executes, the trigger and the loop itself among them. */
export const CRASH_STEPS = 1 + 1 + NOTES + 1 + ORDERS * 6 + 1;

/** How many of them ask the service. */
export const CRASH_REQUESTS = 1 + ORDERS * 3;

/** “Store” runs again by itself; nothing depends on “Notify”, so it can be skipped. */
export function crashIntegration(address: string): Integration {
  const orders = Array.from({ length: ORDERS }, (_, index) => index + 1);
  const notes = Array.from({ length: NOTES }, (_, index) => give(`Note ${index + 1}`, index));
  const ask = (name: string) => post(name, `${address}/${name.toLowerCase()}/{{$eachOrder.currentItem}}`);
  return integration(
    flow(
      post('Open', `${address}/open`),
      ...notes,
      loop(
        'Each order',
        value(JSON.stringify(orders)),
        object('Describe', { number: reference('eachOrder.currentItem') }),
        ask('Charge'),
        copy('Receipt', 'charge.results.of'),
        ask('Notify'),
        retrying(ask('Store'), 5, 0),
        object('Line', {
          number: reference('describe.results.number'),
          receipt: reference('receipt.results'),
          stored: reference('store.results.of'),
        }),
      ),
      object('Total', { opened: reference('open.results.of'), lines: reference('eachOrder.results') }),
    ),
  );
}

/** The path of the service that a step of this flow asks; `undefined` when it asks nothing. */
export function requestOf(path: StepPath): string | undefined {
  const [first, turn, name] = path;
  if (first === 'Open') return '/open';
  if (typeof turn !== 'number' || !['Charge', 'Notify', 'Store'].includes(String(name))) return undefined;
  return `/${String(name).toLowerCase()}/${turn + 1}`;
}

function post(name: string, url: string): Step {
  return step(name, 'http/httpPost', { url: template(url), data: value('now') });
}
