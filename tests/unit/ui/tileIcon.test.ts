import { expect, it } from 'vitest';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { connectors } from '#lib/connectors/index.ts';
import { tileIcon } from '#lib/ui/tileIcon.ts';

it('has a glyph for every connector and action of the catalogue', () => {
  const named = describeConnectors(connectors).connectors.flatMap(({ icon, actions }) => [
    icon,
    ...actions.flatMap((action) => action.icon ?? []),
  ]);
  expect(named.filter((name) => tileIcon(name) === tileIcon(undefined))).toEqual([]);
});
