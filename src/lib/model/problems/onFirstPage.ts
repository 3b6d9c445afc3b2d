import type { Integration } from '#lib/model/integration.ts';
import { addElement, addPage } from '#lib/model/pageEdits.ts';

/** Shows a config variable at the end of the first page of the config wizard, which is made when there is none. */
export function onFirstPage(integration: Integration, key: string): Integration {
  const element = { type: 'configVar', value: key };
  if (integration.configPages.length > 0) return addElement(integration, 0, element);
  return addPage(integration, { name: 'Configuration', tagline: '', elements: [element] });
}
