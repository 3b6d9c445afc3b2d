import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Integration } from '#lib/model/integration.ts';
import { closeDraft, Draft, openDraft } from '#lib/state/Draft.svelte.ts';
import { createDatabase, openDatabase, type Database } from '#lib/storage/database.ts';
import { getDraft, saveDraft } from '#lib/storage/drafts.ts';
import { addIntegration, getIntegration } from '#lib/storage/integrations.ts';
import { isQuotaError } from '#lib/storage/quotaError.ts';
import { flow } from '../support/build.ts';

const open: Database[] = [];
const drafts: Draft[] = [];
let number = 0;

const orders: Integration = {
  name: 'Orders',
  description: '',
  category: '',
  documentation: '',
  labels: [],
  configVars: [],
  configPages: [],
  flows: [flow()],
};

/** A database with one integration, and its draft as a first tab has it. */
async function opened() {
  const database = await openDatabase(createDatabase('strict', `draft-${number++}`), () => undefined);
  open.push(database);
  const { id } = await addIntegration(database, orders);
  return { database, id, draft: await tab(database, id) };
}

async function tab(database: Database, id: string): Promise<Draft> {
  const draft = new Draft(database, id);
  drafts.push(draft);
  draft.open();
  await vi.waitFor(() => expect(draft.document).toBeDefined());
  return draft;
}

function rename(draft: Draft, name: string): void {
  draft.edit(`rename to ${name}`, (document) => ({ ...document, name }));
}

async function storedName(database: Database, id: string): Promise<string | undefined> {
  return (await getDraft(database, id))?.document.name;
}

/** Makes every write of a draft fail until it is called. */
function breakWrites(database: Database, error: Error): () => void {
  const refuse = () => {
    throw error;
  };
  database.drafts.hook('updating', refuse);
  return () => database.drafts.hook('updating').unsubscribe(refuse);
}

afterEach(async () => {
  await Promise.all(drafts.splice(0).map((draft) => draft.close()));
  open.splice(0).forEach((one) => one.close());
});

describe('an edit', () => {
  it('reaches the disk by itself, with the row of the list', async () => {
    const { database, id, draft } = await opened();
    draft.edit('change details', (document) => ({ ...document, name: 'Renamed', labels: ['erp'] }));
    expect(draft.saving.unsaved).toBe(true);
    await vi.waitFor(async () => expect(await storedName(database, id)).toBe('Renamed'), { timeout: 5000 });
    expect(await getIntegration(database, id)).toMatchObject({ name: 'Renamed', labels: ['erp'] });
    await vi.waitFor(() => expect(draft.saving.unsaved).toBe(false));
    expect(draft.saving.savedAt).toBeDefined();
  });

  it('is written at once when asked, also what was edited while it was written', async () => {
    const { database, id, draft } = await opened();
    rename(draft, 'One');
    const written = draft.saving.flush();
    rename(draft, 'Two');
    await written;
    expect(await storedName(database, id)).toBe('Two');
    expect(draft.saving.unsaved).toBe(false);
  });

  it('that changes nothing is no edit', async () => {
    const { draft } = await opened();
    draft.edit('do nothing', (document) => document);
    expect(draft.undoLabel).toBeUndefined();
    expect(draft.saving.unsaved).toBe(false);
  });

  it('can be undone and done again, by name', async () => {
    const { draft } = await opened();
    rename(draft, 'One');
    rename(draft, 'Two');
    expect(draft.undo()).toBe('rename to Two');
    expect(draft.document?.name).toBe('One');
    expect([draft.undoLabel, draft.redoLabel]).toEqual(['rename to One', 'rename to Two']);
    expect(draft.redo()).toBe('rename to Two');
    expect(draft.document?.name).toBe('Two');
    expect(draft.redo()).toBeUndefined();
  });

  it('made after an undo forgets what was undone', async () => {
    const { draft } = await opened();
    rename(draft, 'One');
    draft.undo();
    rename(draft, 'Two');
    expect(draft.redoLabel).toBeUndefined();
    draft.undo();
    expect(draft.document?.name).toBe('Orders');
  });

  it('keeps at least 200 ways back while the page is open, and the last 50 after a reload', async () => {
    const { database, id, draft } = await opened();
    for (let index = 1; index <= 240; index++) rename(draft, `Name ${index}`);
    for (let index = 0; index < 200; index++) expect(draft.undo()).toBeDefined();
    for (let index = 0; index < 200; index++) draft.redo();
    await draft.close();
    const again = await tab(database, id);
    let undone = 0;
    while (again.undo() !== undefined) undone++;
    expect(undone).toBe(50);
    expect(again.document?.name).toBe('Name 190');
  });

  it('that was undone can be done again after a reload', async () => {
    const { database, id, draft } = await opened();
    rename(draft, 'One');
    draft.undo();
    await draft.close();
    const again = await tab(database, id);
    expect(again.redo()).toBe('rename to One');
    expect(again.document?.name).toBe('One');
  });

  it('behind a damaged one cannot be undone, and the draft opens all the same', async () => {
    const { database, id, draft } = await opened();
    rename(draft, 'One');
    rename(draft, 'Two');
    await draft.close();
    const stored = await getDraft(database, id);
    const [, last] = stored?.history?.past ?? [];
    await database.drafts.update(id, { history: { past: [{ label: 5 }, last], future: 'lost' } } as never);
    const again = await tab(database, id);
    expect(again.undo()).toBe('rename to Two');
    expect(again.undo()).toBeUndefined();
  });
});

describe('a write that fails', () => {
  it('keeps the edit in memory, says why, and is tried again with the next edit', async () => {
    const { database, id, draft } = await opened();
    const mend = breakWrites(database, Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
    rename(draft, 'One');
    await draft.saving.flush();
    expect(draft.saving.failure).toEqual({ reason: 'storage is full', full: true });
    expect(draft.document?.name).toBe('One');
    expect(draft.saving.unsaved).toBe(true);
    mend();
    rename(draft, 'Two');
    await vi.waitFor(async () => expect(await storedName(database, id)).toBe('Two'), { timeout: 5000 });
    await vi.waitFor(() => expect(draft.saving.failure).toBeUndefined());
  });

  it('outlives the designer: the same draft is there when it is opened again', async () => {
    const { database, id } = await opened();
    const app = { database, drafts: new Map<string, Draft>() };
    const draft = openDraft(app, id);
    await vi.waitFor(() => expect(draft.document).toBeDefined());
    const mend = breakWrites(database, new Error('refused'));
    rename(draft, 'One');
    await closeDraft(app, draft);
    const again = openDraft(app, id);
    expect(again.document?.name).toBe('One');
    mend();
    await closeDraft(app, again);
    expect(await storedName(database, id)).toBe('One');
    expect(app.drafts.size).toBe(0);
  });

  it('for want of room is known however deep its error is wrapped', () => {
    const full = Object.assign(new Error(), { name: 'QuotaExceededError' });
    expect(isQuotaError(Object.assign(new Error(), { inner: { name: 'AbortError', inner: full } }))).toBe(
      true,
    );
    expect(isQuotaError(new Error('other', { cause: full }))).toBe(true);
    expect(isQuotaError(new Error('other'))).toBe(false);
    const endless: { inner?: unknown } = {};
    endless.inner = endless;
    expect(isQuotaError(endless)).toBe(false);
  });
});

describe('two tabs', () => {
  it('show what the other one edited, when they hold no edits of their own', async () => {
    const { database, id, draft } = await opened();
    const other = await tab(database, id);
    rename(draft, 'One');
    await draft.saving.flush();
    await vi.waitFor(() => expect(other.document?.name).toBe('One'));
    expect(other.undo()).toBe('rename to One');
  });

  it('never write over each other unasked', async () => {
    const { database, id, draft } = await opened();
    const other = await tab(database, id);
    rename(other, 'Theirs');
    rename(draft, 'Mine');
    await other.saving.flush();
    await draft.saving.flush();
    expect(draft.changedElsewhere).toBe(true);
    expect(draft.saving.unsaved).toBe(true);
    expect(await storedName(database, id)).toBe('Theirs');
    expect(draft.document?.name).toBe('Mine');
  });

  it('can keep their own draft, and the other one is one undo away', async () => {
    const { database, id, draft } = await opened();
    const other = await tab(database, id);
    rename(other, 'Theirs');
    rename(draft, 'Mine');
    await other.saving.flush();
    await draft.saving.flush();
    await draft.keepMine();
    await draft.saving.flush();
    expect(await storedName(database, id)).toBe('Mine');
    expect(draft.changedElsewhere).toBe(false);
    draft.undo();
    expect(draft.document?.name).toBe('Theirs');
    draft.undo();
    expect(draft.document?.name).toBe('Orders');
  });

  it('can take the other draft, and their own is one undo away', async () => {
    const { database, id, draft } = await opened();
    const other = await tab(database, id);
    rename(other, 'Theirs');
    rename(draft, 'Mine');
    await other.saving.flush();
    await draft.saving.flush();
    await draft.takeTheirs();
    expect(draft.document?.name).toBe('Theirs');
    draft.undo();
    expect(draft.document?.name).toBe('Mine');
  });
});

describe('a draft', () => {
  it('of an integration that is gone is not brought back', async () => {
    const { database, id, draft } = await opened();
    await Promise.all([database.integrations.delete(id), database.drafts.delete(id)]);
    rename(draft, 'One');
    await draft.saving.flush();
    expect(await getDraft(database, id)).toBeUndefined();
    expect(draft.saving.unsaved).toBe(false);
  });

  it('that is damaged says what is wrong and holds no document', async () => {
    const { database, id } = await opened();
    await database.drafts.update(id, { document: { name: 5 }, updatedAt: 7 } as never);
    const draft = new Draft(database, id);
    drafts.push(draft);
    draft.open();
    await vi.waitFor(() => expect(draft.problems.length).toBeGreaterThan(0));
    expect(draft.document).toBeUndefined();
    rename(draft, 'One');
    expect(draft.saving.unsaved).toBe(false);
  });

  it('is only written over the one it was made from', async () => {
    const { database, id } = await opened();
    const base = (await getDraft(database, id))?.updatedAt ?? 0;
    const next = { integrationId: id, document: { ...orders, name: 'One' }, updatedAt: base + 1 };
    expect(await saveDraft(database, next, base - 1)).toBe('changed');
    expect(await saveDraft(database, next, base)).toBe('saved');
    expect(await saveDraft(database, { ...next, integrationId: 'nowhere' }, base)).toBe('gone');
  });
});
