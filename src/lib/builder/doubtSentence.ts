import { placeNames, type StepPath } from '#lib/model/path.ts';

/** What is known of a step in doubt: "“Post order” in iteration 3 of “For each order” had started when …". */
export function doubtSentence(path: StepPath): string {
  const name = `“${placeNames(path).at(-1) ?? ''}”`;
  const subject = [name, ...iterations(path)].join(' in ');
  return `${subject} had started when the run was cut off, so it may have taken place.`;
}

/** Innermost first, counted from 1. */
function iterations(path: StepPath): string[] {
  const found = path.flatMap((part, index) =>
    typeof part === 'number' ? [`iteration ${part + 1} of “${path[index - 1] ?? ''}”`] : [],
  );
  return found.reverse();
}
