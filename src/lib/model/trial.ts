/** An action that is tried by itself, without an integration around it. */
import type { LogLine } from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import type { ActionRef, Input } from '#lib/model/integration.ts';

export interface Trial {
  action: Pick<ActionRef, 'connector' | 'key'>;
  /** Its name in failures. */
  name: string;
  inputs: Readonly<Record<string, Input>>;
  /** What was filled in for its connections, secrets included, by `configVarKey`; none of it is kept. */
  connections: Readonly<Record<string, TypedConnection>>;
}

export interface TypedConnection {
  fields: Readonly<Record<string, string>>;
  /** Which of the fields are secret. */
  secret: readonly string[];
}

/** What it came to: an output or a failure. Plain data. */
export interface Tried {
  output?: unknown;
  failure?: Failure;
  log: readonly LogLine[];
  durationMs: number;
}
