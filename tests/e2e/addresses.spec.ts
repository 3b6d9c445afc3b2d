/** Addresses that are no page of their own, and lead to the one that is meant. */
import { expect, test } from '@playwright/test';
import { ready } from './open.ts';

test.describe('an address whose page does not exist yet leads to the nearest one', () => {
  for (const [from, to, title] of [
    ['/', '/integrations', 'Integrations'],
    ['/settings/storage', '/settings', 'Settings'],
    ['/settings/recently-deleted', '/settings', 'Settings'],
  ] as const)
    test(`${from} → ${to}`, async ({ page }) => {
      await ready(page, from);
      await expect(page).toHaveURL(to);
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    });
});

test('an address that cannot be read is a page with a way on', async ({ page }) => {
  const answer = await page.goto('/integrations/%E0%A4%A');
  expect(answer?.status()).toBe(400);
  await expect(page.getByRole('heading', { name: 'This address cannot be read' })).toBeVisible();
  await page.getByRole('link', { name: 'Open Sluice' }).click();
  await expect(page.getByRole('heading', { name: 'Integrations', level: 1 })).toBeVisible();
});

test('the storage meter leads to the settings', async ({ page }) => {
  await ready(page);
  await page.getByRole('link', { name: /^Storage / }).click();
  await expect(page).toHaveURL('/settings');
});
