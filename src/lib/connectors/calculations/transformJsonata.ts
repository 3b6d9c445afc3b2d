import { FailureError } from '#lib/model/failure.ts';

/** How deep an expression may call itself, and how many items it may make. */
const LIMITS = { stack: 10_000, sequence: 5_000_000 };

type TransformJsonata = (expression: string, data: unknown) => Promise<unknown>;

/**
 * The library is loaded before the time of a calculation counts. What it resolves to gives plain data: `null` when the
 * expression finds nothing. That throws `input`, for functions too.
 */
export async function loadTransformJsonata(): Promise<TransformJsonata> {
  const { default: jsonata } = await import('jsonata');
  return async (expression, data) => {
    try {
      return toPlain(await jsonata(expression, LIMITS).evaluate(data));
    } catch (thrown) {
      throw thrown instanceof FailureError ? thrown : readable(thrown as Thrown);
    }
  };
}

/** Its lists carry marks of their own; functions in the result are left out. */
function toPlain(value: unknown): unknown {
  if (isFunction(value)) throw broken('it gives a function');
  const written = JSON.stringify(value, (_key, part: unknown) => (isFunction(part) ? undefined : part)) as
    string | undefined;
  return written === undefined ? null : JSON.parse(written);
}

function isFunction(value: unknown): boolean {
  return (
    typeof value === 'function' ||
    (typeof value === 'object' &&
      value !== null &&
      ('_jsonata_lambda' in value || '_jsonata_function' in value))
  );
}

/** What it throws are plain objects. */
interface Thrown {
  name?: string;
  message: string;
  position?: number;
}

function readable({ name, message, position }: Thrown): FailureError {
  if (name === 'RangeError') return broken('it is nested too deeply');
  const place = position === undefined ? '' : `at character ${position}: `;
  return broken(`${place}${message.replace(/\.$/, '')}`);
}

function broken(reason: string): FailureError {
  return new FailureError({ code: 'input', message: `The expression cannot be worked out: ${reason}.` });
}
