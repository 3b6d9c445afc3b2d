/** What a thread of calculations does with an order; the same in a worker of the browser and in a thread of Node. */
import { calculations, type Calculate } from '#lib/connectors/calculations/index.ts';
import { FailureError, toFailure, type Failure } from '#lib/model/failure.ts';

export interface CalculationOrder {
  name: string;
  /** Plain data. */
  args: readonly unknown[];
}

/** `began` is said when the calculation is loaded: its time counts from here on. */
export type CalculationNews =
  { kind: 'began' } | { kind: 'done'; value: unknown } | { kind: 'failed'; failure: Failure };

/** Never rejects; what is no plain data is a failure. */
export async function answer(
  { name, args }: CalculationOrder,
  say: (news: CalculationNews) => void,
): Promise<void> {
  try {
    const calculate = await load(name);
    say({ kind: 'began' });
    say({ kind: 'done', value: await calculate(...(args as never[])) });
  } catch (thrown) {
    say({ kind: 'failed', failure: failureOf(thrown) });
  }
}

async function load(name: string): Promise<Calculate> {
  const found = Object.hasOwn(calculations, name) ? calculations[name] : undefined;
  if (found) return await found();
  throw new FailureError({ code: 'internal', message: `There is no calculation “${name}”.` });
}

/** What a library says of the user's text is for the user. */
function failureOf(thrown: unknown): Failure {
  if (thrown instanceof DOMException && thrown.name === 'DataCloneError')
    return { code: 'input', message: 'The result is no data but a function.', retry: false };
  const failure = toFailure(thrown);
  return thrown instanceof FailureError ? failure : { ...failure, code: 'input', detail: undefined };
}
