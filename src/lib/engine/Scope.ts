/** What references can see: what steps produced, the items of loops around them, config variables. */
import { FailureError } from '#lib/model/failure.ts';
import { referenceName } from '#lib/model/name.ts';
import { parsePath, valueAt } from '#lib/model/reference.ts';

/** `results` of a finished step; a running loop has its item instead. */
export interface StepValues {
  results?: unknown;
  currentItem?: unknown;
  index?: number;
  isFirst?: boolean;
  isLast?: boolean;
}

export class Scope {
  readonly #values = new Map<string, StepValues>();
  /** Split once: a reference inside a loop is resolved at every iteration. */
  readonly #paths = new Map<string, string[]>();

  readonly #config: Readonly<Record<string, unknown>>;

  constructor(config: Readonly<Record<string, unknown>>) {
    this.#config = config;
  }

  set(stepName: string, values: StepValues): void {
    this.#values.set(referenceName(stepName), values);
  }

  /** A missing path is `undefined`, not an error (format.md 1.6.1). */
  reference(path: string): unknown {
    const [head = '', ...keys] = this.#split(path);
    return valueAt(this.#values.get(head), keys);
  }

  /** Throws `input` when the integration has no such variable: that is a mistake, not a missing value. */
  configVar(key: string): unknown {
    if (key === '') return undefined;
    if (Object.hasOwn(this.#config, key)) return this.#config[key];
    throw new FailureError({
      code: 'input',
      message: `There is no config variable “${key}”.`,
      hint: 'Choose another one, or create it.',
    });
  }

  #split(path: string): string[] {
    const known = this.#paths.get(path);
    if (known) return known;
    const parts = parsePath(path);
    this.#paths.set(path, parts);
    return parts;
  }
}
