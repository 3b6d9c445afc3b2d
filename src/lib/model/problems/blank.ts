import type { Input } from '#lib/model/integration.ts';

/** Whether nobody has filled an input in: files write it as empty text. An empty list is a list. */
export function isBlank(input: Input | undefined): boolean {
  const value = input?.value;
  return value === undefined || value === null || value === '';
}
