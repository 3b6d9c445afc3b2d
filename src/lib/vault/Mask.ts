/** Takes secrets out of what is about to be written, in every form they take on the way (browser.md 7.2). */
import { Bytes } from '#lib/vault/Bytes.ts';
import { formsOf, SHORTEST } from '#lib/vault/forms.ts';

/** What stands in the place of a secret. */
const COVER = '••••';

/** So many letters of a secret are looked for at the end of a text, which may have been cut there. */
const CUT = 8;

/** Shorter ones are told from common words only where they stand alone. */
const TELLING = 8;

export class Mask {
  /** Where each form of a secret may be sent to. */
  readonly #origins = new Map<string, Set<string>>();
  /** Longest first: a form may hold another. */
  #ordered: string[] = [];
  #bytes = new Bytes([]);

  /** From here on the text is covered, alone or inside other texts; it may be sent to these origins only. */
  hide(secret: string, origins: Iterable<string> = []): void {
    if (secret.length < SHORTEST) return;
    const forms = formsOf(secret).filter((form) => !this.#origins.has(form));
    forms.forEach((form) => this.#origins.set(form, new Set()));
    for (const form of formsOf(secret)) for (const origin of origins) this.#origins.get(form)?.add(origin);
    if (forms.length === 0) return;
    this.#ordered = Array.from(this.#origins.keys()).sort((a, b) => b.length - a.length);
    this.#bytes = new Bytes(this.#ordered);
  }

  /** Whether there is anything to cover. */
  get hides(): boolean {
    return this.#ordered.length > 0;
  }

  /** Whether a text has a secret in it; a short one counts where it stands alone. */
  finds(text: string): boolean {
    return this.#ordered.some((form) => isIn(form, text));
  }

  /** Whether all secrets in a text may be sent to an origin. */
  allows(text: string, origin: string): boolean {
    return this.#ordered.every((form) => !isIn(form, text) || this.#origins.get(form)?.has(origin));
  }

  text(text: string): string {
    if (!this.hides) return text;
    return this.#coverEnd(this.#ordered.reduce((covered, form) => covered.replaceAll(form, COVER), text));
  }

  /** A copy of plain data without secrets; the value itself where it has none. */
  data<T>(value: T): T {
    return this.hides ? (this.#cover(value, new Map()) as T) : value;
  }

  /** A line or a detail is cut where it is long: the beginning of a secret may be left. */
  #coverEnd(text: string): string {
    const end = text.endsWith('…') ? text.length - 1 : text.length;
    for (const form of this.#ordered) {
      const at = form.length > CUT ? text.lastIndexOf(form.slice(0, CUT)) : -1;
      if (at >= 0 && form.startsWith(text.slice(at, end))) return text.slice(0, at) + COVER + text.slice(end);
    }
    return text;
  }

  #cover(value: unknown, seen: Map<object, unknown>): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number') return this.finds(String(value)) ? COVER : value;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return this.#bytes.covered(value);
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
}

function isIn(form: string, text: string): boolean {
  return form.length < TELLING ? text === form : text.includes(form);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}
