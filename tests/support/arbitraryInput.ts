/** Random inputs of every kind. */
import fc from 'fast-check';
import type { ComplexItem, Extra, Input, NamedInput } from '#lib/model/integration.ts';

/** What a document has that inputs can point to. */
export interface Known {
  /** Heads of the flow's steps. */
  heads: readonly string[];
  flows: readonly string[];
  configVars: readonly string[];
}

/** What is made once it is known what there is to point to. */
export type Made<T> = (known: Known) => T;

/** Text as people write it, with what is special in YAML, in templates and in paths. */
export const text = fc.oneof(
  { arbitrary: fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.?-]{0,20}$/), weight: 4 },
  {
    arbitrary: fc.constantFrom(
      '',
      'true',
      '0',
      '012',
      '1.0',
      'null',
      '~',
      '- a',
      '# no comment',
      'key: value',
      '{{ name }}',
      'a\nb\n',
      '  spaces  ',
      'it\'s "quoted"',
      'Zoë 🚀 日本',
      '@at',
      '=',
    ),
    weight: 1,
  },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }), weight: 1 },
);

/** A name that may stand in a path or a placeholder without quotes. */
export const name: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        arbitrary: fc.constantFrom('Get', 'order', 'Customer', 'ID', 'item', 'Send', 'API', 'x2'),
        weight: 5,
      },
      {
        arbitrary: fc.constantFrom('#1', '🚀', 'Thread’s', 'URL-encoded', 'snake_case', '(all)', 'é', '&'),
        weight: 1,
      },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '));

/** Plain data as YAML can hold it. */
export const data: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.boolean(),
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(
    fc.constantFrom('id', 'a b', 'Zoë', '0'),
    fc.oneof(text, fc.integer(), fc.array(text, { maxLength: 2 })),
    {
      maxKeys: 3,
      noNullPrototype: true,
    },
  ),
);

/** Keys that have no name in the model; mostly none. */
export const extra: fc.Arbitrary<{ extra?: Extra }> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 6 },
  {
    arbitrary: fc
      .dictionary(fc.constantFrom('header', 'hasDivider', 'x-note', 'stableKey'), data, {
        minKeys: 1,
        maxKeys: 2,
        noNullPrototype: true,
      })
      .map((keys) => ({ extra: keys })),
    weight: 1,
  },
);

/** An input with an object of its kind's keys; some have a `meta`, as those of connections do. */
function kind<T extends Input>(made: fc.Arbitrary<Made<T>>): fc.Arbitrary<Made<Input>> {
  return fc.tuple(made, extra).map(([make, more]) => (known) => ({ ...make(known), ...more }));
}

const path: fc.Arbitrary<Made<string>> = fc
  .record({
    step: fc.nat(),
    rest: fc.constantFrom(
      '.results',
      '.results.body.data.id',
      '.results.0.name',
      '.results[0].id',
      '.currentItem[".tag"]',
      ".results['a b'].c",
      '.index',
      '',
    ),
    flow: fc.option(fc.nat(), { freq: 6 }),
    style: fc.constantFrom('webhookUrls', 'webhookApiKeys'),
  })
  .map(({ step, rest, flow, style }) => (known) => {
    const head = pick(known.heads, step, 'nowhere');
    return flow === null ? head + rest : `${head}.results.${style}.${pick(known.flows, flow, 'Nowhere')}`;
  });

const template: fc.Arbitrary<Made<string>> = fc
  .array(
    fc.oneof(
      text.map((plain) => () => plain),
      path.map((make) => (known: Known) => `{{$${make(known)}}}`),
      fc.nat().map((index) => (known: Known) => `{{# ${pick(known.configVars, index, 'Nothing')} }}`),
    ),
    { maxLength: 4 },
  )
  .map((parts) => (known) => parts.map((make) => make(known)).join(''));

/** One that is no list. */
export const leaf: fc.Arbitrary<Made<Input>> = fc.oneof(
  { arbitrary: kind(data.map((value) => () => ({ type: 'value', value }) as const)), weight: 3 },
  {
    arbitrary: kind(
      fc
        .option(path, { freq: 8 })
        .map((make) => (known) => ({ type: 'reference', value: make?.(known) ?? '' }) as const),
    ),
    weight: 3,
  },
  {
    arbitrary: kind(
      fc
        .nat()
        .map(
          (index) => (known) => ({ type: 'configVar', value: pick(known.configVars, index, '') }) as const,
        ),
    ),
    weight: 1,
  },
  {
    arbitrary: kind(template.map((make) => (known) => ({ type: 'template', value: make(known) }) as const)),
    weight: 2,
  },
  {
    arbitrary: data.map(
      (value) => () => ({ type: 'unknown', value: { type: 'scopedConfigVar', value } }) as const,
    ),
    weight: 1,
  },
);

/** A list of inputs, a list of named rows with both shapes of names, or a leaf. */
export const input: fc.Arbitrary<Made<Input>> = fc.oneof(
  { arbitrary: leaf, weight: 4 },
  { arbitrary: kind(fc.array(leaf, { maxLength: 3 }).map((items) => listOf(items))), weight: 1 },
  {
    arbitrary: fc.array(row(leaf), { maxLength: 3 }).chain((rows) => kind(fc.constant(listOf(rows)))),
    weight: 1,
  },
);

/** A row of a key-value list. An unknown kind of input has no name besides what it says. */
function row(of: fc.Arbitrary<Made<Input>>): fc.Arbitrary<Made<NamedInput>> {
  const rowName = fc.oneof(
    { arbitrary: text.map((plain) => () => plain), weight: 4 },
    { arbitrary: leaf, weight: 3 },
    { arbitrary: fc.constantFrom(null, 7, true).map((odd) => () => odd), weight: 1 },
  );
  return fc.tuple(of, rowName).map(([make, makeName]) => (known) => {
    const made = make(known);
    return made.type === 'unknown' ? made : { ...made, name: makeName(known) };
  });
}

/** Conditions as nested lists, for a lane each (format.md 1.6.3). */
export function conditions(lanes: readonly string[]): fc.Arbitrary<Made<Input>> {
  return fc.tuple(...lanes.map(() => predicate)).map((predicates) => (known) => ({
    type: 'complex',
    value: predicates.map((make, index) => ({
      name: lanes[index] ?? '',
      type: 'complex',
      value: make(known),
    })),
  }));
}

const test: fc.Arbitrary<Made<readonly ComplexItem[]>> = fc
  .record({
    operator: fc.constantFrom('equal', 'exists', 'isEmpty', 'greaterThan', 'in'),
    terms: fc.array(fc.tuple(leaf, fc.boolean()), { minLength: 1, maxLength: 2 }),
  })
  .map(({ operator, terms }) => (known) => [
    operator,
    ...terms.map(([make, isNamed]): NamedInput => {
      const made = make(known);
      return isNamed && made.type !== 'unknown' ? { ...made, name: '' } : made;
    }),
  ]);

const { predicate } = fc.letrec<{ predicate: Made<readonly ComplexItem[]> }>((tie) => ({
  predicate: fc
    .record({
      join: fc.constantFrom('and', 'or'),
      parts: fc.array(fc.oneof({ maxDepth: 2 }, test, tie('predicate')), { maxLength: 3 }),
    })
    .map(({ join, parts }) => (known) => [join, ...parts.map((make) => make(known))]),
}));

function listOf(items: readonly Made<ComplexItem>[]): Made<Input & { type: 'complex' }> {
  return (known) => ({ type: 'complex', value: items.map((make) => make(known)) });
}

/** The one of a list that any number means. */
export function pick(list: readonly string[], index: number, otherwise: string): string {
  return list[index % list.length] ?? otherwise;
}
