/** What most actions on text ask for (format.md 2.3, text-manipulation). */
import { content, list, type InputDefinition } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';

/** A file is read as its text. */
export const text = content({
  label: 'Text',
  help: 'Written here, or from an earlier step; a file is read as text.',
});

/** A list in the list stands for its items: a single reference to a list is written as a list of one (format.md 1.10). */
export const strings: InputDefinition<string[]> = mapped(
  list({ label: 'Strings', help: 'Numbers are written as text, what is missing as empty text.' }),
);

function mapped(input: InputDefinition<unknown[]>): InputDefinition<string[]> {
  return { ...input, read: (value) => input.read(value).flat().map(toText) };
}
