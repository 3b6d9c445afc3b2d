/** The inputs of a branch that say when each lane is taken: one named row a lane (format.md 1.6.3). */
import { nameText } from '#lib/model/diff/shortText.ts';
import type { ComplexItem, Input, NamedInput } from '#lib/model/integration.ts';

export interface LaneRow {
  lane: string;
  /** Its name may be text or an input of its own. */
  input: NamedInput;
}

/** `undefined` for an input of another shape, and when two rows have one name. */
export function laneRows(input: Input): LaneRow[] | undefined {
  if (input.type !== 'complex' || input.extra || !input.value.every(isNamed)) return undefined;
  const rows = input.value.map((row) => ({ lane: nameText(row.name), input: row }));
  return new Set(rows.map(({ lane }) => lane)).size === rows.length ? rows : undefined;
}

function isNamed(item: ComplexItem): item is NamedInput {
  return typeof item === 'object' && !Array.isArray(item) && 'name' in item && item.name !== undefined;
}
