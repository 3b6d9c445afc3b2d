import { anything, text } from '#lib/connectors/inputs.ts';
import type { StateScope } from '#lib/model/execution.ts';

/** A scope of persisted values, as actions and people call it (format.md 2.3). */
export interface Persisted {
  scope: StateScope;
  /** In keys: `saveCrossFlowValue`. */
  name: string;
  /** In labels: "Cross-flow - save value". */
  label: string;
}

/** The inputs that most of its actions have. */
export const keyInput = text({
  label: 'Key',
  help: 'The name that the value is kept under, such as lastRun.',
  required: true,
});
export const valueInput = anything({
  label: 'Value',
  help: 'Text, a number, or anything from an earlier step.',
});
