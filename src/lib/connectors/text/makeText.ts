import { FailureError } from '#lib/model/failure.ts';

/** For texts that grow by what they are made of; throws `limit` where JavaScript can hold no text of that length. */
export function makeText(make: () => string): string {
  try {
    return make();
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new FailureError({ code: 'limit', message: 'The text would become too long.' });
  }
}
