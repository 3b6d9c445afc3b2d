/** Which integrations use a connector or an action: by their drafts. */
import { checkDocument } from '#lib/model/check.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { ActionRef, Integration } from '#lib/model/integration.ts';
import { referenceName, slugs } from '#lib/model/name.ts';
import type { Database } from '#lib/storage/database.ts';
import { getDraft } from '#lib/storage/drafts.ts';
import { listIntegrations } from '#lib/storage/integrations.ts';

/** A step that uses it. */
export interface Use {
  integration: string;
  name: string;
  flow: string;
  /** As the designer's address names them. */
  flowSlug: string;
  step: string;
  stepKey: string;
}

/** The steps of a document that use an action, or any action of a connector. Keys of actions have no case. */
export function usesOf(
  { id, document }: { id: string; document: Integration },
  { connector, key }: { connector: string; key?: string },
): Use[] {
  const flowSlugs = slugs(document.flows.map(({ name }) => name));
  const isMeant = (action: ActionRef) =>
    action.connector === connector && (key === undefined || action.key.toLowerCase() === key.toLowerCase());
  return document.flows.flatMap((flow, index) =>
    placedSteps(flow)
      .filter(({ step }) => isMeant(step.action))
      .map(({ step }) => ({
        integration: id,
        name: document.name,
        flow: flow.name,
        flowSlug: flowSlugs[index] ?? '',
        step: step.name,
        stepKey: referenceName(step.name) || step.name,
      })),
  );
}

/** In all integrations, last edited first. A damaged draft has none. */
export async function findUses(
  database: Database,
  action: { connector: string; key?: string },
): Promise<Use[]> {
  return (await soundDrafts(database)).flatMap((draft) => usesOf(draft, action));
}

/** Keys of connectors that steps use and that are not among the known ones. */
export async function findNotInstalled(database: Database, known: ReadonlySet<string>): Promise<string[]> {
  const used = (await soundDrafts(database)).flatMap(({ document }) =>
    document.flows.flatMap((flow) => placedSteps(flow).map(({ step }) => step.action.connector)),
  );
  return [...new Set(used)].filter((key) => !known.has(key)).sort();
}

async function soundDrafts(database: Database): Promise<{ id: string; document: Integration }[]> {
  const rows = await listIntegrations(database);
  const drafts = await Promise.all(rows.map(({ id }) => getDraft(database, id)));
  return drafts.flatMap((draft) =>
    draft && checkDocument(draft.document).length === 0
      ? [{ id: draft.integrationId, document: draft.document }]
      : [],
  );
}
