import { expect, test, type Page } from '@playwright/test';
import { loadYaml, panel, ready, runSample } from './open.ts';

/** Changes rows behind the app's back, as a crash or another program would. */
async function damage(page: Page, store: string, change: string): Promise<void> {
  await page.evaluate(
    ([storeName, code]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('sluice');
        request.onerror = () => reject(request.error ?? new Error('not opened'));
        request.onsuccess = () => {
          const transaction = request.result.transaction(storeName, 'readwrite');
          const rows = transaction.objectStore(storeName);
          rows.openCursor().onsuccess = (event) => {
            const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor) return;
            cursor.update(
              JSON.parse(JSON.stringify(cursor.value).replace(...(JSON.parse(code) as [string, string]))),
            );
            cursor.continue();
          };
          transaction.oncomplete = () => resolve(request.result.close());
        };
      }),
    [store, change] as const,
  );
}

test('a file that cannot be read says why and where, and adds nothing', async ({ page }) => {
  await loadYaml(
    page,
    'definitionVersion: 7\nname: Broken\nflows:\n  - name: One\n    steps: [',
    'broken.yml',
  );
  await expect(panel(page, '“broken.yml” could not be read')).toBeVisible();
  await expect(page.getByText(/^Line 5, column \d+: /)).toBeVisible();
  await ready(page, '/integrations');
  await expect(page.getByRole('heading', { name: 'Build your first integration' })).toBeVisible();
});

test('a mended file of the same name loads', async ({ page }) => {
  await loadYaml(page, 'name: [', 'a.yml');
  await expect(panel(page, '“a.yml” could not be read')).toBeVisible();
  const steps = 'steps: [{ name: T, action: { key: webhook, component: { key: webhook-triggers } } }]';
  const text = `definitionVersion: 7\nname: Mended\nflows: [{ name: F, ${steps} }]`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.yml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
  await expect(page.getByRole('heading', { name: 'Mended', level: 1 })).toBeVisible();
});

test('a damaged draft says what is wrong and where, and its data can be saved', async ({ page }) => {
  await runSample(page);
  await damage(page, 'drafts', JSON.stringify(['"steps":[{"name":"Pick order"', '"steps":[{"name":5']));
  await page.reload();
  await expect(panel(page, 'This draft could not be read')).toBeVisible();
  await expect(page.getByText('“flows › 0 › steps › 0 › name” is not text.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save raw data' }).click();
  expect((await download).suggestedFilename()).toBe('sluice-raw-data.json');
  await ready(page, '/integrations');
  await expect(page.getByRole('link', { name: 'Order triage' })).toBeVisible();
});

for (const [store, change, says] of [
  ['journal', ['"path":["Pick order"]', '"path":7'], 'This could not be read'],
  ['starts', ['"flows":', '"lost":'], 'What this run did cannot be read.'],
  ['summaries', ['"places":[', '"lost":['], 'This step did not run.'],
  ['executions', ['"status":"succeeded"', '"status":"odd"'], 'odd'],
] as const) {
  test(`a run whose row in ${store} is damaged says so and leaves the flow on the page`, async ({ page }) => {
    await runSample(page);
    await damage(page, store, JSON.stringify(change));
    await page.reload();
    await expect(page.getByTestId('step')).toHaveCount(6);
    await expect(page.getByText(says).first()).toBeVisible();
    await ready(page, '/integrations');
    await expect(page.getByRole('link', { name: 'Order triage' })).toBeVisible();
  });
}

test('a disk that takes no more writes keeps nobody from opening what is there', async ({ page }) => {
  await runSample(page);
  await damage(page, 'executions', JSON.stringify(['"status":"succeeded"', '"status":"running"']));
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await ready(page, '/integrations');
  await expect(page.getByRole('link', { name: 'Order triage' })).toBeVisible();
});

test('an id that is not in this browser says so and leads back', async ({ page }) => {
  await ready(page, '/integrations/nowhere');
  await expect(page.getByText('This integration is not in this browser')).toBeVisible();
  await page.getByRole('link', { name: 'All integrations' }).last().click();
  await expect(page).toHaveURL(/\/integrations$/);
});

test('an address that leads nowhere says so', async ({ page }) => {
  await ready(page, '/no/such/page');
  await expect(page.getByText('There is no page at this address')).toBeVisible();
});

test('data of a newer version is refused and left as it is', async ({ page }) => {
  await page.goto('/favicon.svg');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('sluice', 9990);
        request.onupgradeneeded = () => request.result.createObjectStore('future');
        request.onsuccess = () => resolve(request.result.close());
      }),
  );
  await page.goto('/');
  await expect(panel(page, 'The data of this browser could not be opened')).toBeVisible();
  await expect(page.getByText('written by a newer version')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save raw data' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('when another tab upgrades the data, this one stops using it and says so', async ({ page, context }) => {
  await runSample(page);
  const other = await context.newPage();
  await other.goto('/favicon.svg');
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // Far above any version of ours.
        const request = indexedDB.open('sluice', 9990);
        request.onsuccess = () => resolve(request.result.close());
      }),
  );
  await expect(panel(page, 'This tab can no longer use the data')).toBeVisible();
});

test('when the code of the app cannot be loaded the page says so', async ({ page }) => {
  await page.route('**/_app/immutable/entry/**', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sluice has not started' })).toBeVisible();
  await page.unroute('**/_app/immutable/entry/**');
  await page.getByRole('link', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { name: 'Integrations', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sluice has not started' })).toBeHidden();
});

test('when the code of a page cannot be loaded the page says so and the frame stays', async ({ page }) => {
  await runSample(page);
  await page.route('**/_app/immutable/**', (route) => route.abort());
  await page.getByRole('link', { name: 'Connectors' }).click();
  await expect(page.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});
