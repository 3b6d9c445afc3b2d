/** Form data as a web page sends it, `name=Bolt&quantity=5` (format.md 2.3; T7 of format.md 5). */
import { defineAction } from '#lib/connectors/define.ts';
import { content, object } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';

/** A name that stands several times has a list of values. */
export const deserializeFormData = defineAction({
  label: 'Deserialize form data',
  description: 'Reads URL-encoded form data into an object.',
  pure: true,
  inputs: { data: content({ label: 'Data', help: 'Such as name=Bolt&quantity=5.' }) },
  example: { name: 'Bolt', quantity: '5' },
  output: 'anything',
  synonyms: ['parse', 'urlencoded', 'query string'],
  perform: ({ data }) => ({ data: fieldsOf(new URLSearchParams(data.trim())) }),
});

/** A list is written as one field for each value, an object as JSON. */
export const serializeFormData = defineAction({
  label: 'Serialize form data',
  description: 'Writes an object as URL-encoded form data.',
  pure: true,
  inputs: {
    data: object({
      label: 'Data',
      help: 'Each key becomes a field, a list several of one name.',
      required: true,
    }),
  },
  example: 'name=Bolt&quantity=5',
  synonyms: ['stringify', 'urlencoded', 'query string'],
  perform: ({ data }) => {
    const fields = Object.entries(data).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => [name, toText(one)]),
    );
    return { data: new URLSearchParams(fields).toString() };
  },
});

function fieldsOf(sent: URLSearchParams): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of sent) {
    const there = fields.get(name);
    if (Array.isArray(there)) there.push(value);
    else fields.set(name, there === undefined ? value : [there, value]);
  }
  return Object.fromEntries(fields);
}
