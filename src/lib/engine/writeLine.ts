import type { Run } from '#lib/engine/executors/Executor.ts';
import type { LogLevel } from '#lib/model/execution.ts';
import type { StepPath } from '#lib/model/path.ts';

/** Writes a line to the log of the execution, unless the log is full. */
export function writeLine({ ports, meter }: Run, path: StepPath, level: LogLevel, message: string): void {
  const line = meter.line(message);
  if (line !== undefined) ports.log(path, level, line);
}
