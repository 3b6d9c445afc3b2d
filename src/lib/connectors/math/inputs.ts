/** Numbers in lists (format.md 2.3, math): they are given as a list of texts, or as text that holds a list. */
import { list, type InputDefinition } from '#lib/connectors/inputs.ts';
import { toNumber } from '#lib/connectors/reading.ts';

/** A list in the list stands for its items: a single reference to a list is written as a list of one (format.md 1.10). */
export const numbers = numberList({
  label: 'Numbers',
  help: 'Such as 1, 2.5 and -3, or a list from an earlier step.',
});

/** Used instead of the numbers, where it holds any. */
export const dynamicNumbers = numberList({
  label: 'Numbers as JSON',
  help: 'A list such as [1, 2], also from an earlier step. Counts instead of “Numbers” when it is filled in.',
});

function numberList(options: { label: string; help?: string }): InputDefinition<number[]> {
  const input = list(options);
  const read = (value: unknown) =>
    input
      .read(value)
      .flat()
      .map((item, index) => toNumber(item, `${options.label}, item ${index + 1}`));
  return { ...input, read };
}
