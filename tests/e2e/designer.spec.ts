import { expect, test as base } from '@playwright/test';
import { endless, mixed } from './documents.ts';
import { openYaml, ready, runSample, status, watchProblems } from './open.ts';

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

test('the flow is one tab stop; arrows walk it in running order and in and out of containers', async ({
  page,
}) => {
  await openYaml(page, mixed);
  await expect(page.getByTestId('step')).toHaveCount(5);
  const focused = page.locator('button.card:focus');
  await page.getByRole('button', { name: /Start/ }).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText('For each item');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toContainText('Is it a cog?');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toContainText('For each item');
  await page.keyboard.press('End');
  await expect(focused).toContainText('Collect');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/step=collect/);
  await expect(page.locator('button.card[tabindex="0"]')).toHaveCount(1);
});

test('a period opens the menu of the focused step, and Escape gives the focus back', async ({ page }) => {
  await runSample(page);
  await page
    .getByRole('button', { name: /Pick order/ })
    .first()
    .focus();
  await page.keyboard.press('.');
  await expect(page.getByRole('menuitem', { name: 'Copy reference' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
});

test('a loop shows each iteration', async ({ page }) => {
  await openYaml(page, mixed);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(page.locator('[data-step-key=forEachItem] button.card').first()).toContainText('3 items');
  await page.locator('[data-step-key=collect] button.card').click();
  await expect(page.getByTestId('output')).toContainText('cog');
  await page.getByRole('button', { name: 'Previous iteration' }).click();
  await expect(page.getByTestId('output')).toContainText('nut');
});

test('a failure says what, where and why, on the card, in the runner and to screen readers', async ({
  page,
}) => {
  await openYaml(page, mixed);
  await page.getByRole('tab', { name: 'Failing' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).first().click();
  await expect(status(page)).toHaveAttribute('data-status', 'failed');
  await expect(status(page)).toContainText('Failed at step 2');
  await expect(page.getByTestId('output')).toContainText('The input “Message” of “Say nothing” is empty.');
  await expect(page.getByTestId('output')).toContainText('startHere.results.body.nobody');
  await expect(page.locator('[data-step-key=sayNothing]')).toHaveAttribute('data-status', 'failed');
  await expect(page.getByText(/Run failed at step 2, Say nothing/)).toBeAttached();
  await expect(page.getByText('Connector “acme-erp” is not installed')).toBeVisible();
});

test('flow, step and run are in the address', async ({ page }) => {
  await openYaml(page, mixed);
  await page.getByRole('tab', { name: 'Failing' }).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'failed');
  await page.locator('[data-step-key=startHere] button.card').click();
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Failing' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-step-key=startHere] button.card')).toHaveAttribute('aria-current', 'true');
  await expect(status(page)).toHaveAttribute('data-status', 'failed');
});

test('a long run can be stopped', async ({ page }) => {
  await openYaml(page, endless);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'running');
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await expect(status(page)).toHaveAttribute('data-status', 'cancelled');
});

test('a run whose tab was closed is interrupted, never running', async ({ page, context }) => {
  await openYaml(page, endless);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'running');
  const address = page.url();
  await page.close();
  const next = await context.newPage();
  await ready(next, address);
  await expect(status(next)).toHaveAttribute('data-status', 'interrupted');
});

test('a run can be stopped from another tab', async ({ page, context }) => {
  await openYaml(page, endless);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'running');
  const other = await context.newPage();
  await ready(other, page.url());
  await expect(status(other)).toHaveAttribute('data-status', 'running');
  await other.getByRole('button', { name: 'Stop' }).first().click();
  await expect(status(page)).toHaveAttribute('data-status', 'cancelled');
  await expect(status(other)).toHaveAttribute('data-status', 'cancelled');
});

test('a run whose tab dies is interrupted in the tab that watches it', async ({ page, context }) => {
  await openYaml(page, endless);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'running');
  const other = await context.newPage();
  await ready(other, page.url());
  await expect(status(other)).toHaveAttribute('data-status', 'running');
  await page.close();
  await expect(status(other)).toHaveAttribute('data-status', 'interrupted');
  await expect(other.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('two steps of one name: the run says so, on the card and in the runner', async ({ page }) => {
  await openYaml(page, mixed.replace('name: Say nothing', 'name: Start here'));
  await page.getByRole('tab', { name: 'Failing' }).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'failed');
  await expect(page.getByTestId('output')).toContainText('Two steps are called “Start here”.');
});

test('one press on Run is one run, however long the keys are held', async ({ page }) => {
  await openYaml(page, mixed);
  await page.keyboard.down('ControlOrMeta');
  for (let press = 0; press < 5; press++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.up('ControlOrMeta');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(page.getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(1);
});

test('the runner folds to a bar that keeps the status', async ({ page }) => {
  await runSample(page);
  await page.getByRole('button', { name: 'Close test runner' }).first().click();
  await expect(page.getByTestId('output')).toBeHidden();
  await expect(status(page)).toBeVisible();
});
