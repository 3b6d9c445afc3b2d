import { filterCodeInput, KEEP_ALL, listInput } from '#lib/connectors/collection/inputs.ts';
import { defineAction, type ActionContext } from '#lib/connectors/define.ts';

/** The items that the user's function keeps (format.md 2.3, collection-tools). */
export const filter = defineAction({
  label: 'Filter list',
  description: 'Keeps the items of a list for which a function returns true.',
  synonyms: ['where', 'search', 'find', 'select'],
  lazy: true,
  inputs: { listInput, filterCodeInput },
  example: [{ name: 'Ada', active: true }],
  output: { list: 'anything' },
  perform: async ({ listInput: list, filterCodeInput: source }, { code }) => ({
    data: await kept(list, source, code),
  }),
});

/** The function is called with item, index and what else is given; the one that keeps all need not be. */
export async function kept(
  list: unknown[],
  source: string,
  code: ActionContext['code'],
  ...given: readonly unknown[]
): Promise<unknown[]> {
  if (source === KEEP_ALL) return list;
  return (await code({ source, how: 'filter', args: [list, ...given] })) as unknown[];
}
