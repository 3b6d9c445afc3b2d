/** The document that is being edited: its edits, the way back, and when they reach the disk. */
import { checkDocument } from '#lib/model/check.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { Problem } from '#lib/model/problem.ts';
import { Autosave } from '#lib/state/Autosave.svelte.ts';
import { nearest, record, soundHistory, stepBack, stepForward, type Point } from '#lib/state/history.ts';
import type { Database } from '#lib/storage/database.ts';
import { getDraft, saveDraft, type StoredDraft } from '#lib/storage/drafts.ts';
import { getIntegration } from '#lib/storage/integrations.ts';
import { watch } from '#lib/storage/live.ts';

export class Draft {
  readonly id: string;
  readonly #database: Database;
  readonly saving = new Autosave(() => this.#write());
  /** `undefined` until it is read, and when it cannot be shown. */
  #point = $state.raw<Point>();
  #problems = $state.raw<readonly Problem[]>([]);
  #error = $state.raw<unknown>();
  #changedElsewhere = $state(false);
  /** `updatedAt` of the stored draft that this one was made from. */
  #base = 0;
  #stopWatching: (() => void) | undefined;

  constructor(database: Database, id: string) {
    this.#database = database;
    this.id = id;
  }

  get document(): Integration | undefined {
    return this.#point?.document;
  }

  /** What is wrong with the stored draft; with any, there is no document to show. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Why it could not be read. */
  get error(): unknown {
    return this.#error;
  }

  /** Another tab wrote this draft while this one held edits of its own; nothing is written until one is chosen. */
  get changedElsewhere(): boolean {
    return this.#changedElsewhere;
  }

  /** What `undo` would undo: "delete step Get customer". */
  get undoLabel(): string | undefined {
    return this.#point?.history.past.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.#point?.history.future.at(-1)?.label;
  }

  get isOpen(): boolean {
    return this.#stopWatching !== undefined;
  }

  /** Reads it, and follows what other tabs write, until it is closed. */
  open(): void {
    if (this.#stopWatching) return;
    // The row of the list is small, and each write of a draft stamps it.
    this.#stopWatching = watch(
      async () => (await getIntegration(this.#database, this.id))?.updatedAt,
      (updatedAt) => void this.#follow(updatedAt),
      (error) => (this.#error = error),
    );
  }

  /** Writes what is left, and stops following. */
  async close(): Promise<void> {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    await this.saving.flush();
  }

  /** Makes one edit that can be undone; `label` goes on after "Undo: ". A change that changes nothing is no edit. */
  edit(label: string, change: (document: Integration) => Integration): void {
    if (!this.#point) return;
    const edited = change(this.#point.document);
    if (edited !== this.#point.document) this.#moveTo(record(this.#point, label, edited));
  }

  /** Undoes the last edit and returns its label. */
  undo(): string | undefined {
    const label = this.undoLabel;
    if (this.#point && label !== undefined) this.#moveTo(stepBack(this.#point));
    return label;
  }

  /** Does again what was undone last and returns its label. */
  redo(): string | undefined {
    const label = this.redoLabel;
    if (this.#point && label !== undefined) this.#moveTo(stepForward(this.#point));
    return label;
  }

  /** Of two drafts, keeps this tab's; the other one is one undo away. */
  async keepMine(): Promise<void> {
    const theirs = await this.#readSound();
    if (!this.#point || !theirs) return;
    const { document, history } = this.#point;
    this.#settle(
      theirs,
      record({ document: theirs.document, history }, 'keep the draft of this tab', document),
    );
  }

  /** Of two drafts, takes the other tab's; this one is one undo away. */
  async takeTheirs(): Promise<void> {
    const theirs = await this.#readSound();
    if (!this.#point || !theirs) return;
    this.#settle(theirs, record(this.#point, 'take the draft of the other tab', theirs.document));
  }

  #moveTo(point: Point): void {
    this.#point = point;
    this.saving.touch();
  }

  #settle({ updatedAt }: StoredDraft, point: Point): void {
    this.#base = updatedAt;
    this.#changedElsewhere = false;
    this.#moveTo(point);
  }

  async #readSound(): Promise<StoredDraft | undefined> {
    const stored = await getDraft(this.#database, this.id);
    return stored && checkDocument(stored.document).length === 0 ? stored : undefined;
  }

  /** Something was written: by us, or by another tab. */
  async #follow(updatedAt: number | undefined): Promise<void> {
    if (updatedAt === undefined || updatedAt === this.#base) return;
    try {
      this.#take(await getDraft(this.#database, this.id));
      this.#error = undefined;
    } catch (error) {
      this.#error = error;
    }
  }

  #take(stored: StoredDraft | undefined): void {
    if (stored && this.#point && stored.updatedAt === this.#base) return;
    if (this.#point && this.saving.unsaved) {
      this.#changedElsewhere = true;
      return;
    }
    this.#problems = checkDocument(stored?.document);
    this.#base = stored?.updatedAt ?? 0;
    this.#point =
      stored && this.#problems.length === 0
        ? { document: stored.document, history: soundHistory(stored.history) }
        : undefined;
  }

  async #write(): Promise<void> {
    if (!this.#point) return;
    if (this.#changedElsewhere) throw new Error(CHANGED);
    const { document, history } = this.#point;
    const base = this.#base;
    // Known before it is written: the news of our own write may come before its end.
    this.#base = Math.max(Date.now(), base + 1);
    const draft = { integrationId: this.id, document, updatedAt: this.#base, history: nearest(history) };
    try {
      const outcome = await saveDraft(this.#database, draft, base);
      // Deleted in another tab: there is nothing left to keep an edit of.
      if (outcome === 'gone') this.saving.discard();
      this.#changedElsewhere = outcome === 'changed';
      if (outcome === 'changed') throw new Error(CHANGED);
    } catch (error) {
      this.#base = base;
      throw error;
    }
  }
}

const CHANGED = 'the draft was changed in another tab';

/** What holds the drafts of open designers. */
interface Holder {
  readonly database: Database;
  readonly drafts: Map<string, Draft>;
}

/** The draft of an integration: the one that holds edits which could not be written yet, when there is one. */
export function openDraft({ database, drafts }: Holder, id: string): Draft {
  const draft = drafts.get(id) ?? new Draft(database, id);
  drafts.set(id, draft);
  draft.open();
  return draft;
}

/** Closes it, but lets go of it only when everything is on disk. */
export async function closeDraft({ drafts }: Holder, draft: Draft): Promise<void> {
  await draft.close();
  if (!draft.saving.unsaved && !draft.isOpen) drafts.delete(draft.id);
}
