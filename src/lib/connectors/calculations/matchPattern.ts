import { FailureError } from '#lib/model/failure.ts';

/** All matches with the flag g, else the first and its groups; `null` when there is none. Throws `input`. */
export function matchPattern(text: string, pattern: string, flags: string): (string | null)[] | null {
  const expression = toPattern(pattern, flags);
  return expression.global ? allMatches(text, expression) : partsOf(text.match(expression));
}

/** More would fill the memory: a text may match at each of its letters. */
const MOST_MATCHES = 1_000_000;

function allMatches(text: string, expression: RegExp): string[] | null {
  const found: string[] = [];
  for (const [match] of text.matchAll(expression)) {
    if (found.push(match) > MOST_MATCHES) throw tooMany();
  }
  return found.length > 0 ? found : null;
}

function partsOf(found: RegExpMatchArray | null): (string | null)[] | null {
  return found && Array.from(found, (part: string | undefined) => part ?? null);
}

function tooMany(): FailureError {
  return new FailureError({
    code: 'limit',
    message: 'The pattern matches more than a million times.',
    hint: 'Look for more at a time, or split the text before.',
  });
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
