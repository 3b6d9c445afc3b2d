import type { Flow } from '#lib/model/integration.ts';
import { slugs } from '#lib/model/name.ts';

/** Addresses of our own webhooks while no relay gives them others; nobody outside can have a host of this name. */
const HOST = 'https://webhooks.sluice.invalid';

/** By name of the flow; `place` tells integrations apart where there are several. */
export function webhookUrls(flows: readonly Flow[], ...place: string[]): Record<string, string> {
  const parts = slugs(flows.map(({ name }) => name));
  return Object.fromEntries(flows.map(({ name }, index) => [name, [HOST, ...place, parts[index]].join('/')]));
}
