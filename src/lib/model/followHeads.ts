/** Makes references follow steps whose name is another now. */
import type { ChangeInput } from '#lib/model/inputs.ts';
import { pathParts, replacePart } from '#lib/model/reference.ts';
import { mapReferences } from '#lib/model/references.ts';

/** For `mapInputs`: references to a head (format.md 1.6.4) that has another one now get that; all else stays as it is. */
export function followHeads(heads: ReadonlyMap<string, string>): ChangeInput {
  return (input) => mapReferences(input, (path) => followHead(path, heads));
}

function followHead(path: string, heads: ReadonlyMap<string, string>): string {
  const [head] = pathParts(path);
  const now = head && heads.get(head.key);
  return head === undefined || now === undefined || now === head.key ? path : replacePart(path, head, now);
}
