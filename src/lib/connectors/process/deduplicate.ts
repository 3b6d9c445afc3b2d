import { identityOf } from '#lib/connectors/collection/identityOf.ts';
import { defineAction } from '#lib/connectors/define.ts';
import { list } from '#lib/connectors/inputs.ts';
import { toText, wrongShape } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

const DATA = 'Data';
const scope = 'instance';

/**
 * The items that no earlier run of this flow has had, and that come for the first time (format.md 2.3, process-data). What
 * was seen is kept in the flow’s persisted state, as the values of the key fields.
 */
export const deduplicate = defineAction({
  label: 'Deduplicate',
  description: 'Gives the items that were not seen before, also in earlier runs, and remembers them.',
  synonyms: ['unseen', 'new items', 'already processed', 'duplicates'],
  pure: true,
  unverified: true,
  inputs: {
    keyFieldNamesInput: list({
      label: 'Key fields',
      help: 'Fields whose values tell an item from all others, such as “id”. Steps of one flow with the same key fields share what they remember. Without any, all of an item counts.',
    }),
    dataInput: list({ label: DATA, help: 'A list of objects.' }),
  },
  example: [{ id: '123', name: 'Ada' }],
  output: { list: 'anything' },
  perform: ({ keyFieldNamesInput, dataInput: items }, { state }) => {
    const fields = keyFieldNamesInput.map(toText);
    const key = `process-data/deduplicate ${JSON.stringify(fields)}`;
    const kept = state.get(scope, key);
    const seen = new Set<unknown>(Array.isArray(kept) ? kept : []);
    const before = seen.size;
    const unseen = items.filter((item, index) => isNew(seen, keyOf(item, fields, index)));
    const values = [...seen].slice(before);
    return { data: unseen, changes: values.length > 0 ? [{ kind: 'append', scope, key, values }] : [] };
  },
});

function isNew(seen: Set<unknown>, identity: string): boolean {
  return seen.size < seen.add(identity).size;
}

/** Throws `input` for an item that has none of the fields: it would count as seen from the second one on. */
function keyOf(item: unknown, fields: readonly string[], index: number): string {
  if (fields.length === 0) return identityOf(item);
  if (typeof item !== 'object' || item === null) throw wrongShape(DATA, 'a list of objects', item);
  const values = fields.map((field) =>
    Object.hasOwn(item, field) ? item[field as keyof typeof item] : null,
  );
  if (values.some((value) => value !== null && value !== undefined)) return identityOf(values);
  throw new FailureError({
    code: 'input',
    message: `The item with the index ${index} has no value in ${fields.map((field) => `“${field}”`).join(', ')}.`,
    hint: 'Choose key fields that every item has.',
  });
}
