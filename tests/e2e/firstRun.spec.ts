import { expect, test } from '@playwright/test';
import { ready, runSample, status, watchProblems } from './open.ts';

const approval = 'Order 1042 from Ada Lovelace (182.50 EUR) needs approval.';

test('one press runs the sample and shows its message, within ten seconds and without leaving the origin', async ({
  page,
  baseURL,
}) => {
  const problems = watchProblems(page);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL && !/^(blob|data):/.test(request.url()))
      elsewhere.push(request.url());
  });
  const startedAt = Date.now();
  await page.goto('/');
  await page.getByRole('button', { name: /^Run it now.*Order triage/ }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(page.getByTestId('output')).toContainText(approval);
  console.log(`first run: ${Date.now() - startedAt} ms from navigation`);
  expect(elsewhere).toEqual([]);
  problems.expectQuiet();
});

test('the integration and its run survive a reload, at the same address and in the list', async ({
  page,
}) => {
  await runSample(page);
  await page.reload();
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(page.getByTestId('output')).toContainText(approval);
  await ready(page, '/integrations');
  await expect(page.getByRole('link', { name: 'Order triage' })).toBeVisible();
  await page.getByRole('link', { name: 'Order triage' }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
});

test('every step says how it went, the lane not taken was not run', async ({ page }) => {
  await runSample(page);
  const step = (key: string) => page.locator(`[data-testid=step][data-step-key=${key}]`);
  await expect(step('orderWebhook')).toHaveAttribute('data-status', 'succeeded');
  await expect(step('askForApproval')).toHaveAttribute('data-status', 'succeeded');
  await expect(step('noteSmallOrder')).toHaveAttribute('data-status', 'skipped');
  await expect(step('isItLarge').getByRole('button').first()).toContainText('Large order');
});

test('looking inside shows the flow without running it', async ({ page }) => {
  await ready(page);
  await page.getByRole('button', { name: /^Look inside.*Order triage/ }).click();
  await expect(page.getByTestId('step')).toHaveCount(6);
  await expect(page.getByText('No runs yet.')).toBeVisible();
});

test('with another payload the order takes the other lane', async ({ page }) => {
  await runSample(page);
  await page.getByRole('button', { name: 'Show me' }).click();
  const body = page.getByRole('textbox', { name: 'Body' });
  await body.fill('{ "id": 7, ');
  await expect(page.getByText('This is not valid JSON')).toBeVisible();
  await body.fill(
    '{ "id": 7, "customer": { "name": "Bob" }, "total": { "amount": "20.00", "currency": "EUR" } }',
  );
  await page.getByRole('button', { name: 'Save payload' }).click();
  await expect(body).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('[data-step-key=noteSmallOrder]')).toHaveAttribute('data-status', 'succeeded');
  await page.getByRole('button', { name: 'Note small order' }).first().click();
  await page.getByRole('tab', { name: 'Logs 1' }).click();
  await expect(page.getByText('Order 7 stays below 150 and needs no approval.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(2);
});

test('what was typed into the payload survives Escape, and Ctrl+Enter saves it and runs', async ({
  page,
}) => {
  await runSample(page);
  await page.getByRole('button', { name: 'Test payload' }).first().click();
  const body = page.getByRole('textbox', { name: 'Body' });
  await body.fill(
    '{ "id": 8, "customer": { "name": "Eve" }, "total": { "amount": "900", "currency": "EUR" } }',
  );
  await page.keyboard.press('Escape');
  await expect(body).toBeHidden();
  await page.getByRole('button', { name: 'Test payload' }).first().click();
  await expect(body).toHaveValue(/Eve/);
  await body.press('ControlOrMeta+Enter');
  await expect(page.getByTestId('output')).toContainText('Order 8 from Eve (900 EUR) needs approval.');
});

test('the sample also runs when the network goes away after the page was loaded', async ({
  page,
  context,
}) => {
  await ready(page);
  await page.waitForLoadState('networkidle');
  await expect
    .poll(() =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('worker')).length,
      ),
    )
    .toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Run it now.*Order triage/ }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
});

test('a second copy gets a name of its own', async ({ page }) => {
  await runSample(page);
  await ready(page, '/samples');
  await page.getByRole('button', { name: /^Look inside.*Order triage/ }).click();
  await expect(page.getByRole('heading', { name: 'Order triage 2', level: 1 })).toBeVisible();
});
