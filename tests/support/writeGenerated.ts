/** Writes a file that is made from the sources, as `npm run sync` does before every build, check and start. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** By its path from the top; only when it changed, so that a running dev server does not reload for nothing. */
export function writeGenerated(path: string, text: string): void {
  const target = join(import.meta.dirname, '../..', path);
  if (current(target) === text) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function current(target: string): string | undefined {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return undefined;
  }
}
