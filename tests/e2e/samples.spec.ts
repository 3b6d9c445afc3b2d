/** The samples, each by one press (ux.md 2.3). */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { ready, status, watchProblems } from './open.ts';

async function runSample(page: Page, name: string): Promise<void> {
  await ready(page, '/samples');
  await page.getByRole('button', { name: new RegExp(`^Run it now.*${name}`) }).click();
  await ended(page);
}

async function runFlow(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await page.keyboard.press('Control+Enter');
  await ended(page);
}

async function ended(page: Page): Promise<void> {
  await expect(status(page)).toHaveAttribute('data-status', /succeeded|warning|failed/);
}

const output = (page: Page) => page.getByTestId('output');

/** Nothing but the app itself is asked. */
function staysAtHome(page: Page): { expectHome: () => void } {
  const away: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') away.push(request.url());
  });
  return { expectHome: () => expect(away).toEqual([]) };
}

test('Clean a contact list gives a file of nine rows to download', async ({ page }) => {
  const problems = watchProblems(page);
  const home = staysAtHome(page);
  await runSample(page, 'Clean a contact list');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(output(page)).toContainText('contacts-clean.csv');
  await expect(output(page)).toContainText('Ada Lovelace,ada@example.com,London');
  const downloading = page.waitForEvent('download');
  await output(page).getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('contacts-clean.csv');
  const rows = (await readFile(await download.path(), 'utf8')).split(/\r?\n/);
  expect(rows).toHaveLength(10);
  home.expectHome();
  problems.expectQuiet();
});

test('Acme ERP keeps two records after its three payloads', async ({ page }) => {
  await runSample(page, 'Acme ERP');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await runFlow(page, 'Record updated');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await runFlow(page, 'Record deleted');
  await page.getByTestId('step').getByRole('button', { name: 'Records left' }).first().click();
  await expect(output(page)).toContainText('K-1001');
  await expect(output(page)).toContainText('K-1003');
  await expect(output(page)).not.toContainText('K-1002');
});

test('When things fail ends with a warning, and its second flow says where to look', async ({ page }) => {
  const home = staysAtHome(page);
  await runSample(page, 'When things fail');
  await expect(status(page)).toHaveAttribute('data-status', 'warning');
  await expect(output(page)).toContainText('3 attempts');
  await expect(page.getByTestId('step').filter({ hasText: 'Read the note' })).toContainText(
    'Failed, ignored',
  );
  await page.getByRole('button', { name: 'Show me' }).click();
  await expect(page.getByRole('tab', { name: 'Wrong address' })).toHaveAttribute('aria-selected', 'true');
  await runFlow(page, 'Wrong address');
  await expect(status(page)).toHaveAttribute('data-status', 'failed');
  await page.getByTestId('step').getByRole('button', { name: 'Ask for a page' }).first().click();
  await expect(output(page)).toContainText('status 404');
  await expect(output(page)).toContainText('Look at the address.');
  home.expectHome();
});

test('To-do digest sends a message of seven items', async ({ page }) => {
  const home = staysAtHome(page);
  await runSample(page, 'To-do digest');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(output(page)).toContainText('7 open to-dos:');
  await expect(output(page)).toContainText('- Tune the harp');
  home.expectHome();
});
