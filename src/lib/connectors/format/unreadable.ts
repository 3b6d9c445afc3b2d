/** What a person is told whose text is not of the format it should be. */
import { FailureError } from '#lib/model/failure.ts';

/** Lines and columns count from 1. */
export interface Place {
  line: number;
  column?: number;
}

/** “This is no valid XML: an element is not closed (line 3, column 7).” */
export function unreadable(format: string, what: string, place?: Place, detail?: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `This is no valid ${format}: ${what}${place ? ` (${placeText(place)})` : ''}.`,
    hint: 'Look at the output of the step it comes from.',
    ...(detail !== undefined && { detail }),
  });
}

/** Where nothing better is known. */
export const WRONGLY_WRITTEN = 'something in it is wrongly written';

/** Where a character stands, counted from 0. */
export function placeAt(text: string, index: number): Place {
  const before = text.slice(0, index);
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
}

function placeText({ line, column }: Place): string {
  return column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
}
