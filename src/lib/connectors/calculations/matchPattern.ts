import { FailureError } from '#lib/model/failure.ts';

/** All matches with the flag g, else the first and its groups; `null` when there is none. Throws `input`. */
export function matchPattern(text: string, pattern: string, flags: string): (string | null)[] | null {
  const found = text.match(toPattern(pattern, flags));
  return found && Array.from(found, (part: string | undefined) => part ?? null);
}

function toPattern(pattern: string, flags: string): RegExp {
  if (!areFlags(flags))
    throw new FailureError({
      code: 'input',
      message: `“${flags}” are no flags of a regular expression.`,
      hint: 'Flags are letters such as g, i, m and s, each once.',
    });
  try {
    return new RegExp(pattern, flags);
  } catch (thrown) {
    throw new FailureError({
      code: 'input',
      message: `The regular expression is broken: ${reasonOf(thrown)}.`,
    });
  }
}

function areFlags(flags: string): boolean {
  try {
    return new RegExp('', flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** What the browser says, without the pattern that some of them repeat. */
function reasonOf(thrown: unknown): string {
  return String((thrown as Error).message).replace(/^invalid regular expression:\s*(\/[^]*\/\w*:\s*)?/i, '');
}
