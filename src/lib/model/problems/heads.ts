/** The head of a reference: which step it means (format.md 1.6.1). */
import type { Input } from '#lib/model/integration.ts';
import { parsePath, pathParts, replacePart } from '#lib/model/reference.ts';
import { mapReferences } from '#lib/model/references.ts';

/** The first key; most paths begin with a plain one. */
export function headOf(path: string): string {
  return /^[^.[\]]+/.exec(path)?.[0] ?? parsePath(path)[0] ?? '';
}

/** Each path once; most inputs have one. */
export function distinct(paths: readonly string[]): readonly string[] {
  return paths.length < 2 ? paths : [...new Set(paths)];
}

/** Gives the references of an input that begin with one head another. */
export function withHead(input: Input, wrong: string, head: string): Input {
  return mapReferences(input, (path) => {
    const [first] = pathParts(path);
    return first?.key === wrong ? replacePart(path, first, head) : path;
  });
}
