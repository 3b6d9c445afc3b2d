/** The page's way to YAML. Reader and writer are fetched when they are first used: the list needs neither. */
import type { Integration } from '#lib/model/integration.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { Reading } from '#lib/yaml/read.ts';

/** A text, and what it says. */
export interface ReadText {
  /** Empty when the bytes were no text. */
  text: string;
  reading: Pick<Reading, 'integration' | 'problems' | 'changes'>;
}

/** No more than the reader takes: of a larger file only so much is read that it is refused. */
const MOST_BYTES = 5_000_000;

/** Reads a text, or the bytes of a file. Rejects only when the reader itself could not be fetched. */
export async function readYaml(source: string | Uint8Array): Promise<ReadText> {
  const { read, decode } = await loadReader();
  const decoded = typeof source === 'string' ? { text: source } : decode(source);
  if ('problem' in decoded) return refused(decoded.problem);
  return { text: decoded.text, reading: read(decoded.text) };
}

/** Reads a file, also one that is far too large. */
export async function readYamlFile(file: Blob): Promise<ReadText> {
  return await readYaml(new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()));
}

/** Fetches the reader. */
export async function loadReader() {
  const [{ read }, { decode }] = await Promise.all([
    import('#lib/yaml/read.ts'),
    import('#lib/yaml/decode.ts'),
  ]);
  return { read, decode };
}

/** Fetches the writer: the text of a document, the same for the same document. */
export async function loadWriter(): Promise<(document: Integration) => string> {
  return (await import('#lib/yaml/write.ts')).write;
}

function refused(problem: Problem): ReadText {
  return { text: '', reading: { problems: [problem], changes: [] } };
}
