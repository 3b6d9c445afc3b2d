import { defineAction } from '#lib/connectors/define.ts';

const nil = '00000000-0000-0000-0000-000000000000';

/** The identifier of nothing (format.md 2.3). */
export const emptyUuid = defineAction({
  label: 'Empty UUID',
  description: 'Gives the identifier that consists of zeros.',
  pure: true,
  inputs: {},
  example: nil,
  synonyms: ['nil', 'guid'],
  perform: () => ({ data: nil }),
});
