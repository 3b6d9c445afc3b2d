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
  /** Split once: a reference inside a loop is resolved at every turn. */
  readonly #paths = new Map<string, string[]>();
  /** Likewise for names: a step inside a loop is set at every turn. */
  readonly #heads = new Map<string, string>();

  readonly #config: Readonly<Record<string, unknown>>;

  readonly #ambiguous: ReadonlySet<string>;

  /** `ambiguous` are the heads that more than one step of the flow has: a reference to one would find either. */
  constructor(config: Readonly<Record<string, unknown>>, ambiguous: ReadonlySet<string> = new Set()) {
    this.#config = config;
    this.#ambiguous = ambiguous;
  }

  set(stepName: string, values: StepValues): void {
    this.#values.set(this.#head(stepName), values);
  }

  /** Every executed step by its head, as code sees them; a loop that is running has its item. */
  all(): Record<string, StepValues> {
    return Object.fromEntries(this.#values);
  }

  /** Whether the step that a reference names has run. */
  wasExecuted(path: string): boolean {
    const [head = ''] = this.#split(path);
    return this.#values.has(head);
  }

  /** Makes steps as if they had not run: what one turn produced is not there in the next. */
  forget(stepNames: readonly string[]): void {
    for (const name of stepNames) this.#values.delete(this.#head(name));
  }

  /** A missing path is `undefined`, not an error (format.md 1.6.1). Throws `reference` when two steps could be meant. */
  reference(path: string): unknown {
    const [head = '', ...keys] = this.#split(path);
    if (this.#ambiguous.has(head)) throw ambiguousHead(head);
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

  #head(stepName: string): string {
    const known = this.#heads.get(stepName);
    if (known !== undefined) return known;
    const head = referenceName(stepName);
    this.#heads.set(stepName, head);
    return head;
  }

  #split(path: string): string[] {
    const known = this.#paths.get(path);
    if (known) return known;
    const parts = parsePath(path);
    this.#paths.set(path, parts);
    return parts;
  }
}

function ambiguousHead(head: string): FailureError {
  return new FailureError({
    code: 'reference',
    message: `Two steps are called “${head}” in references.`,
    hint: 'Give one of them another name.',
  });
}
