import { FailureError } from '#lib/model/failure.ts';

/**
 * A value as JSON; nothing, and what JSON leaves out, is `null`. Throws `limit` for what nests too deep or would be too
 * long, `input` for what JSON has no form for.
 */
export function jsonText(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  try {
    return JSON.stringify(value, replacer) ?? 'null';
  } catch (thrown) {
    if (thrown instanceof RangeError) throw tooMuch();
    if (thrown instanceof TypeError) throw noForm(thrown);
    throw thrown;
  }
}

/** Depth overflows the stack, length the longest text: both are a `RangeError` in every engine. */
function tooMuch(): FailureError {
  return new FailureError({
    code: 'limit',
    message: 'The value nests too deep, or is too long, to be written as JSON.',
  });
}

function noForm({ message }: TypeError): FailureError {
  return new FailureError({
    code: 'input',
    message: 'The value cannot be written as JSON: it holds a BigInt, or itself.',
    detail: message,
  });
}
