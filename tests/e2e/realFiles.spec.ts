/** Real files of the format in the built app (format.md 5.1); they lie beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openYaml, status } from './open.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);

test.skip(!existsSync(corpus), 'the real files are not here');

const openFile = async (page: Page, name: string) =>
  await openYaml(page, readFileSync(new URL(name, corpus), 'utf8'));

const succeeded = (page: Page) => expect(status(page)).toHaveAttribute('data-status', 'succeeded');

/** The log lines of a step of the shown run. */
async function expectLog(page: Page, step: string, text: string): Promise<void> {
  await page.getByTestId('step').getByRole('button', { name: step }).first().click();
  await page.getByRole('tab', { name: /^Logs/ }).click();
  await expect(page.getByRole('tabpanel', { name: /^Logs/ })).toContainText(text);
}

test('templates are filled from results and config variables (T4)', async ({ page }) => {
  await openFile(
    page,
    'prism__src__commands__integrations__convert__fixtures__specs__test-integration@4d0f3b37_v7.yml',
  );
  await page.getByRole('tab', { name: 'Step & configVar references' }).click();
  await page.keyboard.press('Control+Enter');
  await succeeded(page);
  await expectLog(
    page,
    'Template references',
    'The response of the code block action was: My return value. This config var value is: The quick brown fox jumps over the lazy dog..',
  );
});

test('values are kept from one flow for another (T6)', async ({ page }) => {
  await openFile(page, 'examples__integrations__dropbox__example-dropbox-router.yml');
  const send = async (event: string) => {
    await page.getByRole('tab', { name: 'Registration Endpoint' }).click();
    await page.getByRole('button', { name: 'Test payload' }).first().click();
    const body = { event, dropboxAccountId: 'dbid:1', instanceChangesWebhookUrl: 'https://x/y' };
    await page.getByRole('textbox').fill(JSON.stringify(body));
    await page.keyboard.press('Control+Enter');
    await succeeded(page);
  };
  const print = async () => {
    await page.getByRole('tab', { name: 'Print Persisted Data' }).click();
    await page.keyboard.press('Control+Enter');
    await succeeded(page);
  };
  await send('register');
  await print();
  await expect(page.getByTestId('output')).toContainText('dbid:1');
  await expect(page.getByTestId('output')).toContainText('https://x/y');
  await send('deregister');
  await print();
  await expect(page.getByTestId('output')).not.toContainText('https://x/y');
  await send('something else');
});
