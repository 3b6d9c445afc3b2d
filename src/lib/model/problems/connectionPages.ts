/** Connections stand on the first page, those of users on the first page for users (format.md 1.3). */
import type { ConfigPage, Integration } from '#lib/model/integration.ts';
import { moveElement } from '#lib/model/pageEdits.ts';
import type { Finding } from '#lib/model/problems/Findings.ts';
import type { Survey } from '#lib/model/problems/sites.ts';

export function connectionPageFindings({ integration }: Survey): Finding[] {
  const { configVars, configPages } = integration;
  const connections = new Set<unknown>(
    configVars.filter(({ dataType }) => dataType === 'connection').map(({ key }) => key),
  );
  return configPages.flatMap(({ name, elements }, page) => {
    const first = firstOfKind(configPages, page);
    if (first === page) return [];
    return elements.flatMap(({ type, value }, index) =>
      type === 'configVar' && connections.has(value)
        ? [misplaced(integration, { key: String(value), name, page, index, first })]
        : [],
    );
  });
}

interface Misplaced {
  key: string;
  /** Of the page. */
  name: string;
  page: number;
  index: number;
  /** The page it belongs on. */
  first: number;
}

function misplaced({ configPages }: Integration, { key, name, page, index, first }: Misplaced): Finding {
  const wanted = configPages[first]?.name ?? '';
  return {
    code: 'misplacedConnection',
    severity: 'error',
    message: `The connection “${key}” is on the page “${name}”, but connections go on the first page.`,
    path: ['configPages', page, 'elements', index, 'value'],
    place: { configVar: key },
    fixes: [
      {
        label: `Move to the page “${wanted}”`,
        edit: (integration) => moveElement(integration, { page, index }, { page: first, index: Infinity }),
      },
    ],
  };
}

function firstOfKind(pages: readonly ConfigPage[], page: number): number {
  const isForUsers = (one: ConfigPage | undefined) => one?.extra?.userLevelConfigured === true;
  return pages.findIndex((one) => isForUsers(one) === isForUsers(pages[page]));
}
