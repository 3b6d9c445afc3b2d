/** The text a document comes from: turns syntax nodes into plain data, and what is wrong into problems with a place. */
import type { LineCounter } from 'yaml';
import { isNode, type Document } from 'yaml';
import type { DocumentPath, Problem } from '#lib/model/problem.ts';

/** Aliases a file may use: more could be a few lines that stand for millions. */
export const MOST_ALIASES = 100;

/** A problem before its line and column are known. */
export type Note = Omit<Problem, 'line' | 'column'>;

export interface Place {
  /** Both from 1. */
  line: number;
  column: number;
}

export class Origin {
  readonly document: Document;
  readonly problems: Problem[] = [];
  readonly #lines: LineCounter;

  constructor(document: Document, lines: LineCounter) {
    this.document = document;
    this.#lines = lines;
  }

  /** Plain data of a node; what is no node is data already. */
  data(node: unknown): unknown {
    if (!isNode(node)) return node;
    return 'items' in node ? node.toJS(this.document, { maxAliasCount: MOST_ALIASES }) : node.toJSON();
  }

  /** Adds a problem, placed where `node` stands; a node that an upgrade made has no place, its path's nearest has. */
  note(note: Note, node?: unknown): void {
    this.problems.push({ ...note, ...(this.placeOf(node) ?? this.locate(note.path)) });
  }

  /** Where a path stands in the text; of a path that is not there, the nearest place above it. */
  locate(path: DocumentPath): Place {
    for (let length = path.length; length > 0; length--) {
      const place = this.placeOf(this.document.getIn(path.slice(0, length), true));
      if (place) return place;
    }
    return this.placeOf(this.document.contents) ?? { line: 1, column: 1 };
  }

  /** Where a node begins, when it came from the text. */
  placeOf(node: unknown): Place | undefined {
    return isNode(node) && node.range ? this.at(node.range[0]) : undefined;
  }

  /** Line and column of an offset. */
  at(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
