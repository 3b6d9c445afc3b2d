/** Config variables and connections of test runs: set by hand, kept in the vault, written nowhere (architecture 9). */
import { expect, test, type Page } from '@playwright/test';
import { serveHttp, type HttpSite } from '../support/httpSite.ts';
import { openYaml, status } from './open.ts';

const SECRET = 'k3y-of-the-acme-company';

let site: HttpSite;
test.beforeEach(async () => (site = await serveHttp()));
test.afterEach(() => site.close());

const component = (key: string) => `{ key: ${key}, version: LATEST, isPublic: true }`;

const document = `definitionVersion: 7
name: With a connection
configPages:
  - name: Configuration
    elements:
      - { type: configVar, value: Acme API URL }
      - { type: configVar, value: Acme API Key }
requiredConfigVars:
  - { key: Acme API URL, dataType: string, defaultValue: '' }
  - key: Acme API Key
    dataType: connection
    connection: { key: apiKey, component: ${component('http')} }
    inputs: { apiKey: { type: value, value: '' } }
flows:
  - name: Main
    steps:
      - name: Start
        isTrigger: true
        action: { key: webhook, component: ${component('webhook-triggers')} }
      - name: Ask
        action: { key: httpPost, component: ${component('http')} }
        inputs:
          url: { type: configVar, value: Acme API URL }
          connection: { type: configVar, value: Acme API Key }
          data: { type: value, value: '{"exampleData": "exampleValue"}' }
          debugRequest: { type: value, value: 'true' }
`;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Test configuration' });

async function configure(page: Page, url: string, origin: string): Promise<void> {
  await page.getByRole('button', { name: 'Test configuration' }).first().click();
  await dialog(page).getByLabel('Acme API URL').fill(url);
  await dialog(page).getByLabel('Acme API Key, kind').selectOption('API key');
  await dialog(page)
    .getByLabel(/^API key/)
    .fill(SECRET);
  const places = dialog(page).getByRole('group', { name: 'May be sent to' });
  await expect(places.getByRole('textbox')).toHaveValue(new URL(url).origin);
  await places.getByRole('textbox').fill(origin);
  await dialog(page).getByRole('button', { name: 'Save configuration' }).click();
  await expect(dialog(page)).toBeHidden();
}

async function run(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveAttribute('data-status', /succeeded|failed/);
  await page.getByTestId('step').getByRole('button', { name: 'Ask' }).first().click();
}

/** Everything in the database as text, bytes too. */
async function stored(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('sluice');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The database does not open.'));
    });
    const rows = await Promise.all(
      Array.from(database.objectStoreNames, async (name) => {
        const request = database.transaction(name).objectStore(name).getAll();
        return await new Promise<unknown[]>((resolve) => (request.onsuccess = () => resolve(request.result)));
      }),
    );
    database.close();
    const bytes = (value: ArrayBuffer) =>
      Array.from(new Uint8Array(value), (byte) => String.fromCharCode(byte)).join('');
    return JSON.stringify(rows, (_key, value: unknown) => {
      if (value instanceof ArrayBuffer) return bytes(value);
      return ArrayBuffer.isView(value) ? bytes(value.buffer as ArrayBuffer) : value;
    });
  });
}

test('a connection is sent where it may go, and is written nowhere', async ({ page }) => {
  await openYaml(page, document);
  await configure(page, `${site.address}/cors/echo`, site.address);
  await run(page);
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  const output = page.getByTestId('output');
  await expect(output).toContainText('••••');
  await expect(output).not.toContainText(SECRET);
  const everything = await stored(page);
  expect(everything).toContain('exampleValue');
  expect(everything).not.toContain(SECRET);
  expect(everything).not.toContain(Buffer.from(SECRET).toString('base64').slice(2, -4));
});

test('a connection goes nowhere else', async ({ page }) => {
  await openYaml(page, document);
  await configure(page, `${site.address}/cors/echo`, 'https://api.acme.example');
  await run(page);
  await expect(status(page)).toHaveAttribute('data-status', 'failed');
  await expect(page.getByTestId('output')).toContainText(`may not be sent to ${site.address}`);
  expect(site.asked).toEqual([]);
});

test('what was filled in is not shown again, and can be forgotten', async ({ page }) => {
  await openYaml(page, document);
  await configure(page, `${site.address}/cors/echo`, site.address);
  await page.getByRole('button', { name: 'Test configuration' }).first().click();
  await expect(dialog(page)).toContainText('Scheme, API key filled in');
  await expect(dialog(page).getByLabel('Acme API URL')).toHaveValue(`${site.address}/cors/echo`);
  expect(await dialog(page).innerHTML()).not.toContain(SECRET);
  await dialog(page).getByRole('button', { name: 'Forget it' }).click();
  await expect(dialog(page)).not.toContainText('filled in');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await run(page);
  await page.getByRole('tab', { name: /^Logs/ }).click();
  await expect(page.getByRole('tabpanel', { name: /^Logs/ })).toContainText('is empty');
});

test('without a place to go nothing is kept', async ({ page }) => {
  await openYaml(page, document);
  await page.getByRole('button', { name: 'Test configuration' }).first().click();
  await dialog(page).getByLabel('Acme API Key, kind').selectOption('API key');
  await dialog(page)
    .getByLabel(/^API key/)
    .fill(SECRET);
  await dialog(page).getByRole('button', { name: 'Save configuration' }).click();
  await expect(dialog(page)).toContainText('Say where it may be sent to.');
});
