import { FailureError } from '#lib/model/failure.ts';

/**
 * Names as the path of an address. A name may hold any character, also slashes, but must not lead elsewhere: an address
 * with `..` in it means another thing than it says.
 */
export function pathOf(names: readonly string[]): string {
  const lost = names.find((name) => ['', '.', '..'].includes(name));
  if (lost === undefined) return names.map(encodeURIComponent).join('/');
  throw new FailureError({
    code: 'input',
    message: `“${lost}” is no name of something that can be asked for.`,
  });
}
