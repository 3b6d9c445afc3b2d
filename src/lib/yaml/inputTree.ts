/** What is to be written of inputs (format.md 1.6), schedules and actions. */
import type {
  ActionRef,
  ComplexItem,
  FromFile,
  Input,
  NamedInput,
  Schedule,
} from '#lib/model/integration.ts';
import type { Written } from '#lib/model/written.ts';
import { isRecord } from '#lib/yaml/MapReader.ts';
import { dataTree, nounTree, textField, type Field } from '#lib/yaml/nounTree.ts';
import type { MapTree, Tree } from '#lib/yaml/Tree.ts';

/** One input, also a row of a key-value list; an unknown kind as it was read. */
export function inputTree(input: NamedInput): Tree {
  if (input.type === 'unknown') return unknownTree(input.value, input.written);
  return nounTree(input, {
    name: 'name' in input ? nameField(input, input.name) : undefined,
    type: textField(input, 'type', input.type),
    value: valueField(input),
  });
}

/** The inputs under a key of their owner, which has the notes of their keys. */
export function inputsTree(owner: FromFile, inputs: Readonly<Record<string, Input>>): MapTree {
  const { written } = owner;
  const entries = Object.keys(inputs)
    .sort()
    .map((key) => ({ key, value: inputTree(inputs[key] as Input), note: written?.[`inputs.${key}`] }));
  return { kind: 'map', entries, note: written?.inputs };
}

/** In the file a schedule is an input with a `meta`. */
export function scheduleTree({ cron, scheduleType, timeZone }: Schedule): Tree {
  if (cron.type === 'unknown') return inputTree(cron);
  const { meta, ...extra } = cron.extra ?? {};
  const known = { ...(scheduleType && { scheduleType }), ...(timeZone && { timeZone }) };
  return inputTree({ ...cron, extra: { ...extra, ...metaOf(known, meta, cron.written) } } as Input);
}

/** Where the file has no `meta`, or something else there, none is made unless it has something to say. */
function metaOf(known: object, kept: unknown, written: Written | undefined): object {
  if (kept !== undefined && !isRecord(kept)) return { meta: kept };
  const defaults = written?.meta?.absent ? {} : { scheduleType: '', timeZone: '' };
  const meta = { ...defaults, ...known, ...(kept as object | undefined) };
  return Object.keys(meta).length > 0 ? { meta } : {};
}

/** An action, connection or data source; the connector is a mapping inside it. */
export function actionTree(action: ActionRef): MapTree {
  const { extra, written } = action;
  const { component, ...outside } = extra ?? {};
  const inner: FromFile = {
    extra: isRecord(component) ? component : undefined,
    written: written && below(written, 'component'),
  };
  const isPublic: Field = {
    tree: { kind: 'scalar', value: action.isPublic, note: inner.written?.isPublic },
    isDefault: action.isPublic,
    saysTheSame: (kept) => kept !== false && String(kept) !== String(!action.isPublic) && action.isPublic,
  };
  const connector = nounTree(inner, {
    isPublic,
    key: textField(inner, 'key', action.connector),
    version: {
      tree: { kind: 'scalar', value: action.version, note: inner.written?.version },
      isDefault: action.version === 'LATEST',
      saysTheSame: (kept) => String(kept) === String(action.version),
    },
  });
  return nounTree(
    { extra: outside, written },
    { component: { tree: connector }, key: textField(action, 'key', action.key) },
  );
}

function below(written: Written, key: string): Written {
  const inside = Object.entries(written).filter(([path]) => path.startsWith(`${key}.`));
  return Object.fromEntries(inside.map(([path, note]) => [path.slice(key.length + 1), note]));
}

/** Both shapes of a row's name occur. */
function nameField(row: NamedInput, name: NamedInput['name']): Field | undefined {
  if (name === undefined) return undefined;
  if (typeof name === 'object' && name !== null) return { tree: inputTree(name) };
  return { tree: { kind: 'scalar', value: name, note: row.written?.name } };
}

function valueField(input: Exclude<Input, { type: 'unknown' }>): Field {
  if (input.type === 'complex') {
    const items = input.value.map((item, index) => itemTree(item, `value.${index}`, input.written));
    return {
      tree: { kind: 'list', items },
      isDefault: items.length === 0,
      saysTheSame: () => items.length === 0,
    };
  }
  if (input.type !== 'value') return textField(input, 'value', input.value);
  return { tree: dataTree(input.value, 'value', input.written), isDefault: input.value === undefined };
}

function itemTree(item: ComplexItem, path: string, written: Written | undefined): Tree {
  if (typeof item === 'string') return { kind: 'scalar', value: item, note: written?.[path] };
  if (!isList(item)) return inputTree(item);
  const items = item.map((inner, index) => itemTree(inner, `${path}.${index}`, written));
  return { kind: 'list', items, note: written?.[path] };
}

function isList(item: ComplexItem): item is readonly ComplexItem[] {
  return Array.isArray(item);
}

function unknownTree(value: unknown, written: Written | undefined): Tree {
  if (!isRecord(value)) return dataTree(value, '', written);
  const entries = Object.entries(value).map(([key, inner]) => ({
    key,
    value: dataTree(inner, key, written),
    note: written?.[key],
  }));
  return { kind: 'map', entries, note: written?.[''] };
}
