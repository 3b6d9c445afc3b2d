/** Takes secrets out of what is about to be written, in every form they take on the way (browser.md 7.2). */

/** What stands in the place of a secret. */
const COVER = '••••';

/** Shorter ones are no secrets: covering them would make texts unreadable. */
const SHORTEST = 4;

/** A few letters of Base64 stand in any text. */
const SHORTEST_CORE = 6;

export class Mask {
  readonly #forms = new Set<string>();
  /** Longest first: a form may hold another. */
  #ordered: string[] = [];

  /** From here on the text is covered, alone or inside other texts. */
  hide(secret: string): void {
    if (secret.length < SHORTEST) return;
    formsOf(secret).forEach((form) => this.#forms.add(form));
    this.#ordered = Array.from(this.#forms).sort((a, b) => b.length - a.length);
  }

  /** Whether there is anything to cover. */
  get hides(): boolean {
    return this.#ordered.length > 0;
  }

  /** Whether a text has a secret in it. */
  finds(text: string): boolean {
    return this.#ordered.some((form) => text.includes(form));
  }

  text(text: string): string {
    return this.#ordered.reduce((covered, form) => covered.replaceAll(form, COVER), text);
  }

  /** A copy of plain data without secrets; the value itself where it has none. */
  data<T>(value: T): T {
    return this.hides ? (this.#cover(value, new Map()) as T) : value;
  }

  #cover(value: unknown, seen: Map<object, unknown>): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return this.finds(String(value)) ? COVER : value;
    if (typeof value !== 'object' || value === null) return value;
    const bytes = bytesOf(value);
    if (bytes) return this.#coverBytes(value, bytes);
    if (!Array.isArray(value) && !isPlain(value)) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    // Noted before its parts are looked at: they may lead back to it.
    seen.set(value, value);
    const covered = Array.isArray(value) ? this.#list(value, seen) : this.#object(value, seen);
    seen.set(value, covered);
    return covered;
  }

  #list(list: readonly unknown[], seen: Map<object, unknown>): readonly unknown[] {
    const covered = list.map((item) => this.#cover(item, seen));
    return covered.some((item, index) => item !== list[index]) ? covered : list;
  }

  #object(object: object, seen: Map<object, unknown>): object {
    const entries = Object.entries(object);
    const covered = entries.map(([key, item]) => [this.text(key), this.#cover(item, seen)] as const);
    const differs = covered.some(([key, item], at) => key !== entries[at]?.[0] || item !== entries[at]?.[1]);
    return differs ? Object.fromEntries(covered) : object;
  }

  /** Secrets are text: in bytes they stand as they do in a file. */
  #coverBytes(value: object, bytes: Uint8Array): object {
    const text = latin(bytes);
    if (!this.#ordered.some((form) => text.includes(binary(form)))) return value;
    const covered = this.#ordered.reduce((all, form) => all.replaceAll(binary(form), binary(COVER)), text);
    return Uint8Array.from(covered, (letter) => letter.charCodeAt(0)).buffer;
  }
}

/** As it is, in JSON, in an address, in Base64; a part of Base64 depends on what stands before it. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const bytes = binary(secret);
  const shifted = [0, 1, 2].map((shift) => base64Core(bytes, shift));
  const plain = [
    secret,
    json,
    encodeURIComponent(secret),
    new URLSearchParams({ s: secret }).toString().slice(2),
  ];
  const cores = [...shifted, ...shifted.map(urlSafe)].filter(({ length }) => length >= SHORTEST_CORE);
  return [...plain, ...cores];
}

/** The letters of Base64 that stand for the secret alone when so many bytes come before it. */
function base64Core(bytes: string, shift: number): string {
  const whole = btoa('\0'.repeat(shift) + bytes).replace(/=+$/, '');
  const first = shift === 0 ? 0 : shift + 1;
  const spill = (shift + bytes.length) % 3 === 0 ? 0 : 1;
  return whole.slice(first, whole.length - spill);
}

function urlSafe(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

/** The bytes of a text in UTF-8, one letter for each. */
function binary(text: string): string {
  return latin(new TextEncoder().encode(text));
}

function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  // As many arguments as an engine takes at once.
  for (let at = 0; at < bytes.length; at += 32_768)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return parts.join('');
}

function bytesOf(value: object): Uint8Array | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : undefined;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}
