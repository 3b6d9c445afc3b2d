/** What one run may use, and who counts it (architecture 6). */
import { sizeOf } from '#lib/engine/size.ts';
import { FailureError, RunError } from '#lib/model/failure.ts';

export interface Limits {
  /** Milliseconds from start to end, waiting included. */
  runMs: number;
  /** Steps in all, every turn of a loop counted. */
  steps: number;
  /** Turns of one loop. */
  turns: number;
  /** Bytes of one step's output. */
  outputBytes: number;
  /** Bytes of an output that is a file: it is handed on as it is, never written as text. */
  fileBytes: number;
  /** Bytes of one scope of the persisted state. */
  stateBytes: number;
  /** Flows that wait for each other. */
  depth: number;
  /** Flows that start one another without waiting. */
  chain: number;
  logLines: number;
  /** Characters of all lines. */
  logLength: number;
  /** Milliseconds of one call of the user's code. */
  codeMs: number;
}

const MEGABYTE = 1024 * 1024;

export const defaultLimits: Limits = {
  runMs: 15 * 60 * 1000,
  steps: 1_000_000,
  turns: 500_000,
  outputBytes: 64 * MEGABYTE,
  fileBytes: 256 * MEGABYTE,
  stateBytes: 64 * MEGABYTE,
  depth: 10,
  chain: 1_000,
  logLines: 100_000,
  logLength: 16 * MEGABYTE,
  codeMs: 10_000,
};

/** Longest line of the log (format.md 1.10). */
const LINE_LENGTH = 4_096;

/** Counts what a run uses and ends it where it uses too much. */
export class Meter {
  readonly limits: Limits;
  readonly #now: () => number;
  readonly #endsAt: number;
  #steps = 0;
  #logLines = 0;
  #logLength = 0;

  constructor(limits: Limits, now: () => number) {
    this.limits = limits;
    this.#now = now;
    this.#endsAt = now() + limits.runMs;
  }

  /** Milliseconds that the run may still take. */
  get leftMs(): number {
    return Math.max(0, this.#endsAt - this.#now());
  }

  /** Throws `limit` at the step that is one too many. */
  countStep(): void {
    if (++this.#steps > this.limits.steps) throw tooManySteps(this.limits.steps);
  }

  /** Throws `limit` when the run has no time left. */
  checkTime(): void {
    if (this.#now() > this.#endsAt) throw tooLong(this.limits.runMs);
  }

  /** Throws `limit` when a wait would outlast the run: there is no use in beginning it. */
  checkWait(ms: number): void {
    if (ms > this.leftMs) throw tooLong(this.limits.runMs);
  }

  /** Throws `limit` when a loop is to turn too often. */
  checkTurns(turns: number): void {
    if (turns > this.limits.turns) throw tooManyTurns(turns, this.limits.turns);
  }

  /** Throws `limit` when an output is too large. */
  checkOutput(output: unknown): void {
    const { fileBytes, outputBytes } = this.limits;
    const most = isFile(output) ? fileBytes : outputBytes;
    if (sizeOf(output, most) > most) throw tooLarge(most);
  }

  /** What becomes of a line of the log: cut where it is too long, `undefined` where the log is full. */
  line(message: string): string | undefined {
    const { logLines, logLength } = this.limits;
    if (this.#logLines > logLines || this.#logLength > logLength) return undefined;
    this.#logLines += 1;
    this.#logLength += Math.min(message.length, LINE_LENGTH);
    if (this.#logLines > logLines) return `The log is full at ${count(logLines)} lines.`;
    if (this.#logLength > logLength) return `The log is full at ${megabytes(logLength)}.`;
    return message.length > LINE_LENGTH ? `${message.slice(0, LINE_LENGTH - 1)}…` : message;
  }
}

function isFile(output: unknown): boolean {
  return (
    typeof output === 'object' && output !== null && 'data' in output && output.data instanceof ArrayBuffer
  );
}

function tooManySteps(steps: number): RunError {
  return new RunError({
    code: 'limit',
    message: `The run stopped after ${count(steps)} steps.`,
    hint: 'Look for a loop that does not end, or split the work over several runs.',
  });
}

function tooLong(runMs: number): RunError {
  return new RunError({
    code: 'limit',
    message: `The run took longer than ${count(runMs / 60_000)} minutes.`,
    hint: 'Split the work over several runs.',
  });
}

function tooManyTurns(turns: number, most: number): FailureError {
  return new FailureError({
    code: 'limit',
    message: `The loop is to turn ${count(turns)} times; ${count(most)} are the most.`,
    hint: 'Split the list before the loop.',
  });
}

function tooLarge(bytes: number): FailureError {
  return new FailureError({
    code: 'limit',
    message: `The output is larger than ${megabytes(bytes)}, or nested too deeply.`,
    hint: 'Fetch or make less at a time.',
  });
}

function megabytes(bytes: number): string {
  return `${count(bytes / MEGABYTE)} MB`;
}

function count(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 2 });
}
