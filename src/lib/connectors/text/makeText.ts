import { FailureError } from '#lib/model/failure.ts';

/** In characters; as long as a text that a template makes may become. */
export const MOST_CHARACTERS = 64_000_000;

/** For texts that grow by what they are made of; throws `limit` where JavaScript can hold no text of that length. */
export function makeText(make: () => string): string {
  try {
    return make();
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw tooLong();
  }
}

export function tooLong(): FailureError {
  return new FailureError({ code: 'limit', message: 'The text would become too long.' });
}
