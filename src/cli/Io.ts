/** What a command knows of the world: text out, files in and out. A test gives its own. */

export interface Io {
  /** What was asked for. */
  out: (text: string) => void;
  /** What is said about it. */
  err: (text: string) => void;
  /** The bytes of a file; `-` is standard input. Throws Node's own errors. */
  readFile: (path: string) => Promise<Uint8Array>;
  /** Makes a file, or replaces it as a whole: whoever reads it sees the old text or the new one, never a part. */
  writeFile: (path: string, text: string) => Promise<void>;
  /** Calls back when the user wants the program to stop, until the returned function is called. */
  onStop: (stop: () => void) => () => void;
}
