/** Runs the program against files that are only in memory. */
import { sluice } from '../../../src/cli/sluice.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
  /** The files afterwards. */
  files: Readonly<Record<string, string>>;
}

/** `-` among the files is standard input; aborting `stop` is what Ctrl+C does. */
export async function runSluice(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  stop?: AbortSignal,
): Promise<Ran> {
  const written = new Map(Object.entries(files));
  const said = { out: '', err: '' };
  const code = await sluice(words, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    readFile: async (path) => bytes(written.get(path) ?? missing()),
    writeFile: async (path, text) => void written.set(path, text),
    onStop(act) {
      if (stop?.aborted) act();
      stop?.addEventListener('abort', act);
      return () => stop?.removeEventListener('abort', act);
    },
  });
  const after = [...written].map(([path, content]) => [path, new TextDecoder().decode(bytes(content))]);
  return { code, ...said, files: Object.fromEntries(after) };
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function missing(): never {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
}
