/** Why a command could not do what it was asked: ends it with one sentence and an exit code. */

/** What a command ends with; `diff` says with `problems` that the documents differ. */
export const exitCodes = { good: 0, problems: 1, usage: 2 } as const;

export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}
