/** The categories of connectors: their families, in the order of the palette (ux.md D-21). */
import type { Family } from '#lib/model/catalogue.ts';

export const families: readonly { key: Family; label: string }[] = [
  { key: 'trigger', label: 'Triggers' },
  { key: 'logic', label: 'Logic' },
  { key: 'data', label: 'Data' },
  { key: 'network', label: 'Network' },
  { key: 'files', label: 'Files' },
  { key: 'messages', label: 'Messages' },
  { key: 'code', label: 'Code' },
  { key: 'utility', label: 'Utility' },
];
