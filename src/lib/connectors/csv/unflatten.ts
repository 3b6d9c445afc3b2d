/** Names with dots, and the objects they stand for. */

/** `{ 'a.b': 1 }` is `{ a: { b: 1 } }`; where a name has a value already, the last one counts. */
export function unflatten(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Nested = new Map();
  for (const [path, value] of Object.entries(record)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    names.reduce(inside, root).set(last, value);
  }
  return objectOf(root);
}

/** The way back: `{ a: { b: 1 } }` is `{ 'a.b': 1 }`. Lists, and objects with nothing in them, stay as they are. */
export function flatten(record: object, prefix = ''): [string, unknown][] {
  return Object.entries(record).flatMap(([name, value]: [string, unknown]) =>
    isFilled(value) ? flatten(value, `${prefix}${name}.`) : [[prefix + name, value] as [string, unknown]],
  );
}

/** Maps hold any name; an object would take `__proto__` for its own. */
type Nested = Map<string, unknown>;

function inside(parent: Nested, name: string): Nested {
  const there = parent.get(name);
  if (there instanceof Map) return there as Nested;
  const made: Nested = new Map();
  parent.set(name, made);
  return made;
}

function objectOf(map: Nested): Record<string, unknown> {
  const entries = [...map].map(([key, value]) => [
    key,
    value instanceof Map ? objectOf(value as Nested) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function isFilled(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}
