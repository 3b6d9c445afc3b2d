/** What an input holds before anything is filled in. */
import type { CatalogueConnection, CatalogueInput } from '#lib/model/catalogue.ts';
import { emptyConnection, noConnection } from '#lib/views/inputs/connection.ts';
import { textOf } from '#lib/views/inputs/Widget.ts';

/** Its default as its widget holds it; a connection that is required and has one kind begins with that kind. */
export function startValue(
  { type, required, default: preset }: CatalogueInput,
  kinds: readonly CatalogueConnection[] = [],
): unknown {
  if (type === 'connection')
    return required && kinds.length === 1 && kinds[0] ? emptyConnection(kinds[0]) : noConnection;
  if (type === 'list' || type === 'pairs') return Array.isArray(preset) ? preset : [];
  return textOf(preset);
}
