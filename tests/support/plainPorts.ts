/** Ports of a host that keeps nothing back: for tests whose subject is something else. */
import { calculations, type Calculate } from '#lib/connectors/calculations/index.ts';
import type { Files, Secrets } from '#lib/connectors/define.ts';
import type { Calculation } from '#lib/engine/ports.ts';

/** In the same thread, without a deadline. */
export async function calculateHere({ name, args }: Pick<Calculation, 'name' | 'args'>): Promise<unknown> {
  const calculate = (await calculations[name]?.()) as Calculate | undefined;
  if (!calculate) throw new Error(`There is no calculation “${name}”.`);
  return await calculate(...(args as never[]));
}

/** What was filled in is all there is. */
export const openSecrets: Secrets = {
  open: ({ key, fields }) => Promise.resolve({ key, fields: fields as Record<string, string> }),
  hide: () => undefined,
};

export const noFiles: Files = {
  read: (name) => Promise.reject(new Error(`There is no file “${name}” in this test.`)),
};
