/** State: values that outlive the execution that saved them. */
import type { Database } from '#lib/storage/database.ts';
import type { PersistedScope, StateValues } from '#lib/model/execution.ts';
import type { StateRow } from '#lib/storage/rows.ts';

type Scopes = Readonly<Partial<Record<PersistedScope, StateValues>>>;

/** What an execution of a flow finds: the values of its owner, and of the flow itself in the scope `instance`. */
export async function loadState(database: Database, owner: string, flow: string): Promise<Scopes> {
  const keys = scopes.map((scope) => [owner, scope, flowIn(scope, flow)] as [string, string, string]);
  const rows = await database.state.bulkGet(keys);
  return Object.fromEntries(rows.flatMap((row) => (row ? [[row.scope, row.values]] : [])));
}

/** The rows for the scopes that an execution changed; the last one to finish writes over the others (format.md 1.10). */
export function stateRows(owner: string, flow: string, changed: Scopes, now: number): StateRow[] {
  return scopes.flatMap((scope) => {
    const values = changed[scope];
    return values ? [{ owner, scope, flow: flowIn(scope, flow), values, updatedAt: now }] : [];
  });
}

const scopes: readonly PersistedScope[] = ['crossFlow', 'instance', 'integration'];

function flowIn(scope: PersistedScope, flow: string): string {
  return scope === 'instance' ? flow : '';
}
