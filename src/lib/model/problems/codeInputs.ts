/** Inputs of a step that hold JavaScript: of code steps, and functions that filter, map or sort (format.md 2). */
import type { Step } from '#lib/model/integration.ts';

/** Each with its text; empty ones are for the rule about empty inputs. */
export function codeInputs({ inputs }: Step): [key: string, code: string][] {
  return Object.entries(inputs).flatMap(([key, { type, value }]) =>
    /^code$|Code(Input)?$/.test(key) && type === 'value' && typeof value === 'string' && value.trim() !== ''
      ? [[key, value]]
      : [],
  );
}
