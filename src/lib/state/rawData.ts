/** The page's way to a copy of everything in the database; needs no open database. */
import { rawCopy } from '#lib/storage/rawCopy.ts';

/** JSON text of every row. Rejects when the browser gives no access at all. */
export function readRawData(): Promise<string> {
  return rawCopy();
}
