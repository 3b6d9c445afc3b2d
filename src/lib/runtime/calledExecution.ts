import type { FlowCall } from '#lib/engine/ports.ts';
import type { Execution } from '#lib/runtime/portsOf.ts';
import type { ExecutionRow, StartRow } from '#lib/storage/rows.ts';

/** The execution that a step starts: of the same document, with an id that follows from the call. */
export async function calledExecution(
  { row, start }: Execution,
  { flow, payload, key, depth, chain }: FlowCall,
  startedAt: number,
): Promise<{ row: ExecutionRow; start: Omit<StartRow, 'executionId'> }> {
  const { integrationId, kind } = row;
  const { document, config } = start;
  return {
    row: { id: await idOf(key), integrationId, flow, kind, status: 'queued', startedAt, calledBy: row.id },
    start: { document, payload, config, depth, chain },
  };
}

/** The same call has the same id, so that a resumed run does not start it twice. */
async function idOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
