/** Changes of what a noun says about itself: its fields, one by one, and the keys that have no name here. */
import { partOf, quoted, type Change, type ChangeNoun, type Subject } from '#lib/model/diff/change.ts';
import type { Names } from '#lib/model/diff/names.ts';
import { sameData, sameNoun } from '#lib/model/diff/same.ts';
import { dataText, shortTexts } from '#lib/model/diff/shortText.ts';
import type { Extra, FromFile } from '#lib/model/integration.ts';

export interface Field {
  /** Starts a sentence: "Error handling". */
  label: string;
  noun: ChangeNoun;
}

/** Which fields of a noun are compared, in the order they are told. */
export type Fields<T> = Partial<Record<keyof T & string, Field>>;

/** One change for each field that differs, and for each unknown key. */
export function diffFields<T extends FromFile>(
  before: T,
  after: T,
  fields: Fields<T>,
  subject: Subject,
  names: Names,
): Change[] {
  const own = Object.entries(fields as Record<string, Field>).flatMap(([key, field]) => {
    const [was, is] = [before[key as keyof T], after[key as keyof T]];
    if (was === is || sameNoun({ [key]: blank(was) }, { [key]: blank(is) }, names)) return [];
    return [fieldChange(field, was, is, subject)];
  });
  return [...own, ...diffExtra(before.extra, after.extra, subject)];
}

/** Keys of the file that are not known here. */
export function diffExtra(before: Extra | undefined, after: Extra | undefined, subject: Subject): Change[] {
  if (before === after) return [];
  const [earlier, later] = [before ?? {}, after ?? {}];
  const keys = new Set([...Object.keys(later), ...Object.keys(earlier)]);
  return Array.from(keys).flatMap((key): Change[] => {
    const [was, is] = [Object.hasOwn(earlier, key), Object.hasOwn(later, key)];
    if (was && is && sameData(earlier[key], later[key])) return [];
    const kind = !was ? 'added' : is ? 'changed' : 'removed';
    const texts = shortTexts(was ? dataText(earlier[key]) : undefined, is ? dataText(later[key]) : undefined);
    const label = partOf(`Key ${quoted(key)}`, { phrase: 'the integration', ...subject });
    return [{ kind, noun: 'key', sentence: `${label} ${kind}`, place: subject.place, ...texts }];
  });
}

function fieldChange({ label, noun }: Field, before: unknown, after: unknown, subject: Subject): Change {
  return {
    kind: 'changed',
    noun,
    sentence: `${partOf(label, subject)} changed`,
    place: subject.place,
    ...shortTexts(textOf(before), textOf(after)),
  };
}

/** An empty list or text is the same as none (format.md 1.1). */
function blank(value: unknown): unknown {
  return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

function textOf(value: unknown): string | undefined {
  return blank(value) === undefined ? undefined : dataText(value);
}
