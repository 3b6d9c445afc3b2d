import { readFile } from 'node:fs/promises';
import { expect, test as base, type Page } from '@playwright/test';
import { mixed } from './documents.ts';
import { openYaml, ready, runSample, watchProblems } from './open.ts';

/** Every test here also fails for an error that nobody saw. */
const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const problems = watchProblems(page);
      await use(undefined);
      problems.expectQuiet();
    },
    { auto: true },
  ],
});

const drawer = (page: Page) => page.getByRole('complementary', { name: 'YAML' });
const code = (page: Page) => drawer(page).getByRole('textbox', { name: /read-only/ });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const saveState = (page: Page) => page.getByTestId('save-state');

async function openDrawer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await expect(code(page)).toBeVisible();
}

/** Loads a text into the open drawer as a file. */
async function load(page: Page, text: string, name = 'other.yml'): Promise<void> {
  await drawer(page)
    .getByRole('group', { name: 'YAML actions' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
  await expect(page.getByRole('dialog')).toBeVisible();
}

const renamed = mixed.replace('name: Mixed', 'name: Mended').replace('name: Collect', 'name: Gather');

test('the drawer shows the draft, saves it to a file, and the file loads as the same', async ({ page }) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  await expect(page).toHaveURL(/panel=yaml/);
  await expect(code(page)).toContainText('definitionVersion: 7');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('mixed.yml');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('name: Mixed');
  await load(page, text, 'mixed.yml');
  await expect(page.getByText('It says the same as the draft')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace draft' })).toHaveAttribute('aria-disabled', 'true');
});

test('loading shows what changes, replaces in one edit that can be undone, and is on disk at once', async ({
  page,
}) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  await load(page, renamed);
  await expect(page.getByText('Step “Collect” renamed to “Gather”')).toBeVisible();
  await expect(page.getByRole('dialog').locator('.cm-mergeView')).toBeVisible();
  await page.getByRole('button', { name: 'Replace draft' }).click();
  await expect(title(page)).toHaveText('Mended');
  await expect(saveState(page)).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(title(page)).toHaveText('Mended');
  await expect(page.getByRole('button', { name: 'Undo: load “other.yml”' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo: load “other.yml”' }).click();
  await expect(title(page)).toHaveText('Mixed');
  await expect(page.locator('[data-step-key=collect]')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(title(page)).toHaveText('Mended');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(title(page)).toHaveText('Mixed');
});

test('loading can make a new integration instead, or nothing', async ({ page }) => {
  await openYaml(page, mixed);
  const first = page.url();
  await openDrawer(page);
  await load(page, renamed);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(title(page)).toHaveText('Mixed');
  await load(page, renamed);
  await page.getByRole('button', { name: 'New integration' }).click();
  await expect(title(page)).toHaveText('Mended');
  expect(page.url()).not.toContain(new URL(first).pathname);
  await ready(page, '/integrations');
  await expect(page.getByRole('link', { name: 'Mixed' })).toBeVisible();
});

test('a file that cannot be read says where and why, and leads to the line', async ({ page }) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  await load(page, 'definitionVersion: 7\nname: Broken\nflows:\n  - name: One\n    steps: [', 'broken.yml');
  const dialog = page.getByRole('dialog', { name: '“broken.yml” could not be read' });
  await dialog.getByRole('button', { name: /^Line 5, column \d+/ }).click();
  await expect(dialog.locator('.cm-activeLine')).toContainText('steps: [');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(title(page)).toHaveText('Mixed');
});

test('the clipboard loads; where the browser refuses, pasting does', async ({ page, context }) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  await page.getByRole('button', { name: 'Load from clipboard' }).click();
  const field = page.getByRole('dialog', { name: 'Paste here' }).getByLabel('YAML');
  await field.fill(renamed);
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Load YAML from the clipboard' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy to clipboard' }).click();
  await expect(page.getByText('Copied the YAML')).toBeVisible();
  await page.getByRole('button', { name: 'Load from clipboard' }).click();
  await expect(page.getByText('It says the same as the draft')).toBeVisible();
});

test('the draft is compared with what was last loaded', async ({ page }) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  await load(page, renamed);
  await page.getByRole('button', { name: 'Replace draft' }).click();
  await page.getByRole('button', { name: 'Undo: load “other.yml”' }).click();
  await page.getByRole('button', { name: 'More for YAML' }).click();
  await page.getByRole('menuitem', { name: /last loaded or saved/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare with “other.yml”' });
  await expect(dialog.getByRole('textbox', { name: 'Draft' })).toContainText('Collect');
  await expect(dialog.getByRole('textbox', { name: '“other.yml”' })).toContainText('Gather');
});

test('latest component versions are listed first, and used in one edit', async ({ page }) => {
  await openYaml(page, mixed.replaceAll('version: LATEST', 'version: 3'));
  await openDrawer(page);
  const ask = async () => {
    await page.getByRole('button', { name: 'More for YAML' }).click();
    await page.getByRole('menuitem', { name: /Use latest component versions/ }).click();
  };
  await ask();
  await expect(page.getByRole('dialog')).toContainText('3 → LATEST');
  await page.getByRole('button', { name: 'Use latest versions' }).click();
  await expect(code(page)).toContainText('version: LATEST');
  await expect(code(page)).not.toContainText('version: 3');
  await ask();
  await expect(page.getByText('already uses its latest version')).toBeVisible();
});

test('steps that only Sluice knows are named when the file is saved', async ({ page }) => {
  await runSample(page);
  await openDrawer(page);
  await expect(drawer(page)).toContainText('Only in Sluice: Ask for approval (Outbox)');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to file' }).click();
  await download;
  await expect(page.getByText(/Another system will not know 1 step: Ask for approval/)).toBeVisible();
});

test('y opens the drawer from the flow; Tab passes through the text, Escape closes and gives the focus back', async ({
  page,
}) => {
  await openYaml(page, mixed);
  const card = page.locator('button.card').first();
  await card.focus();
  await page.keyboard.press('y');
  await expect(page.getByRole('heading', { name: 'YAML', level: 2 })).toBeFocused();
  await code(page).focus();
  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(code(page)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Load from file' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(card).toBeFocused();
  await openDrawer(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'YAML', exact: true })).toBeFocused();
  await expect(page).not.toHaveURL(/panel/);
});

test('the way back closes the drawer, and its address opens it', async ({ page }) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  await page.goBack();
  await expect(drawer(page)).toBeHidden();
  await page.goForward();
  await expect(code(page)).toBeVisible();
  await page.reload();
  await expect(code(page)).toBeVisible();
});

test('the edge of the drawer is moved by keys', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openYaml(page, mixed);
  await openDrawer(page);
  await page.getByRole('separator', { name: 'Width of YAML' }).focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await drawer(page).boundingBox())?.width).toBe(720);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the drawer is a page of its own with a way back, and the menu undoes', async ({ page }) => {
    await openYaml(page, mixed);
    const more = page.getByRole('button', { name: 'More of this integration' });
    await more.click();
    await page.getByRole('menuitem', { name: 'YAML' }).click();
    await expect(code(page)).toBeVisible();
    expect(await drawer(page).boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    await load(page, renamed);
    await expect(page.locator('.cm-mergeView')).toHaveCount(0);
    await page.getByRole('button', { name: 'Replace draft' }).click();
    await page.getByRole('button', { name: 'Back to the flow' }).click();
    await expect(more).toBeFocused();
    await expect(title(page)).toHaveText('Mended');
    await more.click();
    await page.getByRole('menuitem', { name: /^Undo/ }).click();
    await expect(title(page)).toHaveText('Mixed');
  });
});

test('a full disk is told, keeps the edit, and is tried again', async ({ page }) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if (this.name !== 'drafts' || 'room' in globalThis) return put.apply(this, args);
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await load(page, renamed);
  await page.getByRole('button', { name: 'Replace draft' }).click();
  await expect(saveState(page)).toHaveText('Not saved: storage is full');
  await expect(page.getByText('Your last change is kept in memory.')).toBeVisible();
  await expect(title(page)).toHaveText('Mended');
  await page.getByRole('link', { name: 'All integrations' }).click();
  await page.getByRole('link', { name: 'Mixed' }).click();
  await expect(title(page)).toHaveText('Mended');
  await page.evaluate(() => Object.assign(globalThis, { room: true }));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(saveState(page)).toHaveAttribute('data-state', 'saved');
  await page.reload();
  await expect(title(page)).toHaveText('Mended');
});

test('what another tab edits is shown; of two edits one is chosen', async ({ page, context }) => {
  await openYaml(page, mixed);
  await openDrawer(page);
  const other = await context.newPage();
  await ready(other, page.url());
  await load(page, renamed);
  await page.getByRole('button', { name: 'Replace draft' }).click();
  await expect(title(other)).toHaveText('Mended');
  await expect(other.getByRole('button', { name: 'Undo: load “other.yml”' })).toBeVisible();
});

test('Ctrl+S saves the draft, not the page', async ({ page }) => {
  await openYaml(page, mixed);
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.locator('[data-testid=save-state].flash')).toBeVisible();
});
