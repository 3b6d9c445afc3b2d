import type { Files } from '#lib/connectors/define.ts';
import { FailureError } from '#lib/model/failure.ts';
import { readAttachment } from '#lib/storage/attachments.ts';
import type { Database } from '#lib/storage/database.ts';

/** The attachments of an integration, as its steps read them. */
export function attachedFiles(database: Database, integrationId: string): Files {
  return {
    async read(name) {
      const found = await readAttachment(database, integrationId, name);
      if (found) return found;
      throw new FailureError({
        code: 'input',
        message: `No file “${name}” is attached to this integration.`,
        hint: 'Attach it under Files, or look at the spelling.',
      });
    },
  };
}
