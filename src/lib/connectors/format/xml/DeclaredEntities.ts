/** Puts in what entities stand for: those every XML has, those of characters, and those a document declares itself. */
import { overLimit } from '#lib/connectors/format/limits.ts';

/** How many characters may come out of entities that a document declares: they can make a short text endless. */
const MOST_CHARACTERS = 1_000_000;

const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What the parser asks to decode text; it hands in no entity that leads to another, and none that lies elsewhere. */
export class DeclaredEntities {
  #declared: ReadonlyMap<string, string> = new Map();
  #left = MOST_CHARACTERS;

  addInputEntities(entities: Readonly<Record<string, unknown>>): void {
    this.#declared = new Map(Object.entries(entities).map(([name, value]) => [name, String(value)]));
  }

  /** Throws `limit` when the entities of the document make it too long. */
  decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^\s&;<]{1,64});/g, (written, name: string) => this.#standsFor(name) ?? written);
  }

  setExternalEntities(): void {
    // There are none.
  }

  reset(): void {
    this.#declared = new Map();
    this.#left = MOST_CHARACTERS;
  }

  setXmlVersion(): void {
    // Both versions have the same entities.
  }

  #standsFor(name: string): string | undefined {
    if (name.startsWith('#')) return character(name);
    if (Object.hasOwn(known, name)) return known[name];
    const value = this.#declared.get(name);
    this.#left -= value?.length ?? 0;
    if (this.#left < 0) throw overLimit('The entities of the XML would make it too long.');
    return value;
  }
}

/** `#233` or `#xE9`; nothing when there is no such character. */
function character(name: string): string | undefined {
  const isHexadecimal = /^#x[\da-f]+$/i.test(name);
  if (!isHexadecimal && !/^#\d+$/.test(name)) return undefined;
  const code = isHexadecimal ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
