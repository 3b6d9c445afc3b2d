/** What is wrong with a cron expression, in a sentence; `undefined` when it can be read (format.md 1.7). */
import { Cron } from 'croner';

/** Five fields, or six with seconds first. */
export function cronProblem(text: string): string | undefined {
  const fields = text.trim().split(/\s+/).length;
  if (fields !== 5 && fields !== 6) return `it has ${fields} fields, not five.`;
  try {
    new Cron(text.trim(), { paused: true });
    return undefined;
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return `${message.replace(/^CronPattern: /, '').replace(/\.?$/, '')}.`;
  }
}
