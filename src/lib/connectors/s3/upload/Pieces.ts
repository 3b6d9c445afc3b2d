/** A file as the pieces that it is sent in. Nothing is copied before it is sent. */
export class Pieces {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  get count(): number {
    return Math.ceil(this.#bytes.byteLength / PIECE_BYTES);
  }

  get bytes(): number {
    return this.#bytes.byteLength;
  }

  /** From 1, as stores count. */
  get numbers(): number[] {
    return Array.from({ length: this.count }, (_, index) => index + 1);
  }

  /** A view; empty for a number that there is not. */
  piece(number: number): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray((number - 1) * PIECE_BYTES, number * PIECE_BYTES);
  }
}

/** Stores take no part below 5 MB, but for the last, and at most 10000 parts. */
const PIECE_BYTES = 8 * 1024 * 1024;
