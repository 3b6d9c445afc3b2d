/** How the file that a noun came from writes it, where that says more than the noun itself. */

/** By path below the noun, keys and list positions joined by dots (`inputs.url`, `labels.0`); the noun itself is `''`. */
export type Written = Readonly<Record<string, WrittenNote>>;

/** All optional; a note without any is not kept. Comments are lines without their `#`; an empty one is an empty line. */
export interface WrittenNote {
  /** Comment above it. */
  before?: string;
  /** Comment at the end of its line. */
  after?: string;
  /** Comment above the first thing that a list or mapping holds. */
  first?: string;
  /** Comment below the last one. */
  last?: string;
  /** An empty line stands above it. */
  blank?: true;
  /** How text is quoted, where that is not how we would. */
  style?: TextStyle;
  /** A number, yes, no or nothing as the file spells it, where we would not: `1.0`, `0x1f`, `True`, `~`. */
  source?: string;
  /** The file leaves this key out; it stays out while its value is the default. */
  absent?: true;
}

/** The five ways of YAML to write text. */
export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';
