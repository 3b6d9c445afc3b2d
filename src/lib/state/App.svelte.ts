/** What every page needs: the database, the runtime, the runs that go on in this tab. */
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { RuntimeClient } from '#lib/runtime/client.ts';
import type { Draft } from '#lib/state/Draft.svelte.ts';
import type { LiveRun } from '#lib/state/LiveRun.svelte.ts';
import { createDatabase, openDatabase } from '#lib/storage/database.ts';

export class App {
  readonly database = createDatabase('strict');
  readonly runtime = new RuntimeClient(this.database);
  /** Runs started in this tab, by execution. */
  readonly runs = new SvelteMap<string, LiveRun>();
  /** Drafts that are open, or hold edits that could not be written yet, by integration. */
  readonly drafts = new Map<string, Draft>();
  /** Why the database cannot be used; the app then shows only that. */
  problem = $state.raw<Error>();

  /** Opens the database; rejects when it cannot be used. */
  async open(): Promise<void> {
    await openDatabase(this.database, (error) => (this.problem = error));
    // Best effort: a full disk must not keep anyone from what could be deleted.
    this.runtime.recover().catch(() => undefined);
  }
}

export const [getApp, setApp] = createContext<App>();
