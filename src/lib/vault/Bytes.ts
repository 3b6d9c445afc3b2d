/** Secrets in bytes: they stand there as they do in a file. */

/** One letter for each byte, quickly: engines do it natively. */
const letters = new TextDecoder('windows-1252');

/** Written over a secret, once for each of its bytes. */
const STAR = 42;

export class Bytes {
  readonly #forms: readonly string[];
  /** Looked through and found clean: a large file is handed on from step to step. */
  readonly #clean = new WeakSet<object>();

  /** Of texts in UTF-8. */
  constructor(forms: readonly string[]) {
    this.#forms = forms.map((form) => letters.decode(new TextEncoder().encode(form)));
  }

  /** A copy with the secrets written over; the same bytes where there are none. */
  covered(value: ArrayBuffer | ArrayBufferView): ArrayBuffer | ArrayBufferView {
    if (this.#clean.has(value)) return value;
    const bytes =
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const text = letters.decode(bytes);
    const found = this.#forms.filter((form) => text.includes(form));
    if (found.length > 0) return written(bytes.slice(), text, found).buffer;
    this.#clean.add(value);
    return value;
  }
}

function written(
  bytes: Uint8Array<ArrayBuffer>,
  text: string,
  forms: readonly string[],
): Uint8Array<ArrayBuffer> {
  for (const form of forms)
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
      bytes.fill(STAR, at, at + form.length);
  return bytes;
}
