/** What is wrong with a cron expression, in a sentence; `undefined` when it can be read (format.md 1.7). */
import { Cron } from 'croner';

/** Five fields: croner would also take seconds and years, which the format does not have. */
export function cronProblem(text: string): string | undefined {
  const fields = text.trim().split(/\s+/).length;
  if (fields !== 5) return `“${text}” must have five fields: minute, hour, day, month, day of the week.`;
  try {
    return new Cron(text.trim()).nextRun() ? undefined : `“${text}” names a time that never comes.`;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return `“${text}” is no schedule: ${reason.replace(/^CronPattern: /, '').replace(/\.?$/, '')}.`;
  }
}
