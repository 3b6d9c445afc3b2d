/** What the YAML drawer is about: the text that came last, the text that waits for a decision. */
import type { Change } from '#lib/model/diff/change.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { LatestVersions } from '#lib/model/latestVersions.ts';
import type { Draft } from '#lib/state/Draft.svelte.ts';
import { loadWriter, readYaml, readYamlFile, type ReadText } from '#lib/state/yaml.ts';

/** A text and what people call it: `“orders.yml”`, `YAML from the clipboard`. */
export interface NamedText {
  name: string;
  text: string;
}

/** A text that was read and waits until it is said what to do with it. */
export interface Incoming extends ReadText {
  name: string;
  /** The text it will have once it is the draft; empty when it could not be read. */
  written: string;
  /** What it would change in the draft. */
  differences: readonly Change[];
}

export class YamlPanel {
  readonly #draft: Draft;
  #write = $state.raw<(document: Integration) => string>();
  /** The text that was last loaded or saved here. */
  known = $state.raw<NamedText>();
  incoming = $state.raw<Incoming>();
  /** What the draft is compared with. */
  compared = $state.raw<NamedText>();
  /** What the newest versions would change, until that is decided. */
  newest = $state.raw<LatestVersions>();
  /** Whether the browser did not give the clipboard, so that a person has to paste. */
  pasting = $state(false);
  /** What went wrong that is not the text's fault. */
  problem = $state('');
  busy = $state(false);

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** The draft as text; `undefined` until the writer is there. */
  readonly text = $derived.by(() => {
    const { document } = this.#draft;
    return document && this.#write?.(document);
  });

  /** Fetches what writes the text. */
  async open(): Promise<void> {
    await this.#try(async () => {
      this.#write = await loadWriter();
    });
  }

  async loadFile(file: File): Promise<void> {
    await this.#try(async () => this.#review(`“${file.name}”`, await readYamlFile(file)));
  }

  async loadText(text: string): Promise<void> {
    this.pasting = false;
    await this.#try(async () => this.#review('YAML from the clipboard', await readYaml(text)));
  }

  async loadClipboard(): Promise<void> {
    const text = await readClipboard();
    if (text === undefined) this.pasting = true;
    else await this.loadText(text);
  }

  async compareWith(file: File): Promise<void> {
    await this.#try(async () => {
      const { text } = await readYamlFile(file);
      this.compared = { name: `“${file.name}”`, text };
    });
  }

  /** Makes what came in the draft: one edit, which can be undone. */
  replace({ name, written, reading: { integration } }: Incoming): void {
    if (!integration) return;
    this.#draft.edit(`load ${name}`, () => integration);
    this.known = { name, text: written };
    this.incoming = undefined;
  }

  /** Finds out what the newest versions would change. */
  async askNewest(): Promise<void> {
    const { document } = this.#draft;
    await this.#try(async () => {
      const { latestVersions } = await import('#lib/model/latestVersions.ts');
      if (document) this.newest = latestVersions(document);
    });
  }

  useNewest({ integration }: LatestVersions): void {
    this.#draft.edit('use latest component versions', () => integration);
    this.newest = undefined;
  }

  async #review(name: string, read: ReadText): Promise<void> {
    const { document } = this.#draft;
    const { integration } = read.reading;
    const [{ diffIntegrations }, write] = await Promise.all([import('#lib/model/diff.ts'), loadWriter()]);
    this.incoming = {
      ...read,
      name,
      written: integration ? write(integration) : '',
      differences: document && integration ? diffIntegrations(document, integration) : [],
    };
  }

  async #try(action: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await action();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.busy = false;
  }
}

/** `undefined` when the browser does not give it: no permission, or no way to ask for one. */
async function readClipboard(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}
