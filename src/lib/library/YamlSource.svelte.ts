/** The YAML that a new integration is made of: what was typed, pasted or loaded, and what it says. */
import type { Integration } from '#lib/model/integration.ts';
import type { ReadText } from '#lib/state/yaml.ts';
import { readYaml, readYamlFile } from '#lib/state/yaml.ts';

/** Typing is read when it pauses. */
const READ_AFTER_MS = 200;

export class YamlSource {
  #text = $state('');
  #read = $state.raw<ReadText['reading']>();
  /** Why the text could not even be read. */
  #problem = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  get text(): string {
    return this.#text;
  }

  /** What the text says, a moment after it was typed; `undefined` while that is not known, and of an empty text. */
  get reading(): ReadText['reading'] | undefined {
    return this.#read;
  }

  get problem(): string {
    return this.#problem;
  }

  /** A text as it is typed. */
  type(text: string): void {
    this.#text = text;
    this.#problem = '';
    this.#turn++;
    clearTimeout(this.#timer);
    // What was said last stays until there is something newer to say, so that nothing flickers at every key.
    if (text.trim() === '') this.#read = undefined;
    else this.#timer = setTimeout(() => void this.#take(() => readYaml(text)), READ_AFTER_MS);
  }

  /** The integration of the text as it stands, also when typing has not paused yet. */
  async now(): Promise<Integration | undefined> {
    clearTimeout(this.#timer);
    await this.#take(() => readYaml(this.#text));
    return this.#read?.integration;
  }

  /** A file, which takes the place of what was there. */
  async load(file: File): Promise<void> {
    clearTimeout(this.#timer);
    await this.#take(() => readYamlFile(file));
  }

  async #take(read: () => Promise<ReadText>): Promise<void> {
    const turn = ++this.#turn;
    this.#problem = '';
    try {
      const { text, reading } = await read();
      // Something newer was typed or loaded meanwhile.
      if (turn !== this.#turn) return;
      this.#text = text;
      this.#read = reading;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#read = undefined;
      this.#problem = error instanceof Error ? error.message : String(error);
    }
  }
}
