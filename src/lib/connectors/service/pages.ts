/** Lists that services give page by page: their answers may be of any shape, and may never end. */
import { overLimit } from '#lib/connectors/format/limits.ts';
import { FailureError } from '#lib/model/failure.ts';

const MOST_PAGES = 1_000;

/** Counts the pages of one list. */
export class PageCount {
  readonly #service: string;
  #pages = 0;

  constructor(service: string) {
    this.#service = service;
  }

  /** Before a page is asked for; throws `limit` when it would be one too many. */
  add(): void {
    this.#pages += 1;
    if (this.#pages > MOST_PAGES) throw overLimit(`${this.#service} lists more than 1,000 pages.`);
  }
}

/** An answer of success that is not what was asked for. */
export function strangeList(service: string): FailureError {
  return new FailureError({
    code: 'remote',
    message: `${service} answered with something else than a page of a list.`,
  });
}

/** An object with values by name. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
