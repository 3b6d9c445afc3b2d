/** What went wrong, as data: failures cross threads and storage, thrown errors do not. */

export type FailureCode =
  | 'input'
  | 'reference'
  | 'connection'
  | 'remote'
  | 'code'
  | 'timeout'
  | 'cancelled'
  | 'limit'
  | 'unsupported'
  | 'internal';

export interface Failure {
  code: FailureCode;
  /** A sentence for the person who built the flow. */
  message: string;
  /** What to do about it. */
  hint?: string;
  /** Name of the step that failed. */
  step?: string;
  /** Whether trying again may help. */
  retry: boolean;
  /** For `Copy details`: a stack, a response. */
  detail?: string;
}

/** Thrown inside a layer, turned into its `failure` at the layer's border. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Omit<Failure, 'retry'> & { retry?: boolean }) {
    super(failure.message);
    this.name = 'FailureError';
    this.failure = { retry: false, ...failure };
  }
}

/** A failure that no error handling of a step can catch: the run itself has come to its end. */
export class RunError extends FailureError {}

/** The one way from a thrown value to a failure; an aborted signal is a cancellation. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  if (!(thrown instanceof Error)) return { code: 'internal', message: String(thrown), retry: false };
  if (thrown.name === 'AbortError')
    return { code: 'cancelled', message: 'The run was stopped.', retry: false };
  if (thrown.name === 'TimeoutError')
    return { code: 'timeout', message: 'It took too long to answer.', retry: true };
  return { code: 'internal', message: thrown.message, retry: false, detail: thrown.stack };
}
