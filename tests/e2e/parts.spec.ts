/** Parts of a flow, what a step was given, and outputs that are no longer what the draft would produce. */
import { expect, test } from '@playwright/test';
import { write } from '#lib/yaml/write.ts';
import { flow, loop, value } from '../support/build.ts';
import { copy, give, integration, say } from '../support/flows.ts';
import { openYaml, status } from './open.ts';

test('a key runs to the focused step, another only that step', async ({ page }) => {
  await openYaml(
    page,
    write(integration(flow(give('A', 'first'), copy('B', 'a.results'), copy('C', 'b.results')))),
  );
  const step = (key: string) => page.locator(`[data-testid=step][data-step-key=${key}]`);
  await step('b').getByRole('button').first().focus();
  await page.keyboard.press('r');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(step('b')).toHaveAttribute('data-status', 'succeeded');
  await expect(step('c')).toHaveAttribute('data-status', 'skipped');
  await step('c').getByRole('button').first().focus();
  await page.keyboard.press('Shift+R');
  await expect(step('c')).toHaveAttribute('data-status', 'succeeded');
  await expect(step('a')).toHaveAttribute('data-status', 'skipped');
  await step('c').getByRole('button').first().click();
  await expect(page.getByTestId('output')).toContainText('first');
  await step('b').getByRole('button', { name: 'Actions for B' }).click();
  await page.getByRole('menuitem', { name: 'Run from here' }).click();
  await expect(step('b')).toHaveAttribute('data-status', 'succeeded');
});

test('inputs show what they stood for, turn by turn', async ({ page }) => {
  await openYaml(
    page,
    write(integration(flow(loop('L', value(['x', 'y']), say('Say', 'item {{$l.currentItem}}'))))),
  );
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await page.locator('[data-step-key=say]').getByRole('button').first().click();
  await page.getByRole('tab', { name: 'Inputs' }).click();
  const preview = page.getByTestId('preview');
  await expect(preview).toContainText('= item y');
  await expect(preview).toContainText('text, 6 characters');
  await page.getByRole('button', { name: /previous/i }).click();
  await expect(preview).toContainText('= item x');
});

test('an input that takes too long is given up, and no run is harmed', async ({ page }) => {
  const hangs = 'const say = self.postMessage.bind(self); self.postMessage = (m) => { say(m); for (;;); };';
  await page.route('**/previewWorker*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: hangs + (await response.text()) });
  });
  await openYaml(page, write(integration(flow(give('A', 'first'), copy('B', 'a.results')))));
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await page.getByRole('tab', { name: 'Inputs' }).click();
  await expect(page.getByTestId('preview')).toContainText('The preview took longer than half a second.');
  await page.unrouteAll({ behavior: 'wait' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Runs' }).getByText('Succeeded,')).toHaveCount(2);
});

test('an output says when its step is no longer what it was', async ({ page }) => {
  const before = write(integration(flow(give('A', 'first'), copy('B', 'a.results'))));
  await openYaml(page, before);
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
  await expect(page.getByTestId('output')).toContainText('first');
  await expect(page.getByTestId('stale')).toHaveCount(0);
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await page
    .getByRole('group', { name: 'YAML actions' })
    .locator('input[type=file]')
    .setInputFiles({
      name: 'a.yml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(before.replace('first', 'second')),
    });
  await page.getByRole('button', { name: 'Replace draft' }).click();
  await expect(page.getByTestId('stale')).toContainText('has changed since this run');
  await page.getByRole('button', { name: /^Undo: load/ }).click();
  await expect(page.getByTestId('stale')).toHaveCount(0);
});
