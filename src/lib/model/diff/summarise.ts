/** A list of changes in one line, for notes of versions (ux.md 1.4). */
import type { Change, ChangeKind, ChangeNoun } from '#lib/model/diff/change.ts';

/**
 * `Order created: 2 steps added, 1 changed; 1 config variable added`: a part for each flow, then one for each sort of
 * thing outside of flows. A step counts once however much of it changed. Empty when nothing changed.
 */
export function summarise(changes: readonly Change[]): string {
  const flows = new Set(changes.flatMap(({ place }) => place.flow ?? []));
  const outside = changes.filter(({ place }) => place.flow === undefined);
  const parts = Array.from(
    flows,
    (flow) => `${flow}: ${flowWords(changes.filter(({ place }) => place.flow === flow))}`,
  );
  return [...parts, ...outsideParts(outside)].join('; ');
}

/** What is told of a trigger is not told of the step that it is once more. */
function flowWords(changes: readonly Change[]): string {
  const triggers = new Set(changes.filter(({ noun }) => noun === 'trigger').map(({ place }) => place.step));
  const steps = changes.filter(({ place }) => place.step !== undefined && !triggers.has(place.step));
  const others = changes.filter(({ place, noun }) => place.step === undefined || noun === 'trigger');
  return [...words(others), ...counts('step', steps, ({ place }) => place.step)].join(', ');
}

function outsideParts(changes: readonly Change[]): string[] {
  const pages = changes.filter(({ place }) => place.page !== undefined);
  const variables = changes.filter(({ place }) => place.page === undefined && place.configVar !== undefined);
  const rest = changes.filter(({ place }) => place.page === undefined && place.configVar === undefined);
  return [
    ...words(rest),
    counts('config variable', variables, ({ place }) => place.configVar).join(', '),
    counts('config page', pages, ({ place }) => place.page).join(', '),
  ].filter((part) => part !== '');
}

/** `flow renamed`, `description changed`: each once. */
function words(changes: readonly Change[]): string[] {
  return Array.from(
    new Set(changes.map(({ noun, kind }) => `${plurals[noun] ?? noun} ${kindOf(noun, kind)}`)),
  );
}

const plurals: Partial<Record<ChangeNoun, string>> = { setting: 'settings', key: 'other keys' };

/** A key that came is a change of the document, whatever it was to the key. */
function kindOf(noun: ChangeNoun, kind: ChangeKind): ChangeKind {
  return noun === 'key' ? 'changed' : kind;
}

const kinds: readonly ChangeKind[] = ['added', 'removed', 'changed', 'moved', 'renamed'];

/** `2 steps added`, `1 changed`: how many things each kind of change happened to; their parts only change them. */
function counts(
  noun: ChangeNoun,
  changes: readonly Change[],
  nameOf: (change: Change) => string | undefined,
): string[] {
  const numbers = kinds.map((kind) => {
    const same = changes.filter((change) => (change.noun === noun ? change.kind : 'changed') === kind);
    return { kind, number: new Set(same.map(nameOf)).size };
  });
  return numbers
    .filter(({ number }) => number > 0)
    .map(({ kind, number }, index) =>
      index === 0 ? `${number} ${noun}${number === 1 ? '' : 's'} ${kind}` : `${number} ${kind}`,
    );
}
