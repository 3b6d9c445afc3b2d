/** Code that fills the memory, in a browser of its own: whatever dies of it, only that run is cut off. */
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { write } from '#lib/yaml/write.ts';
import { flow } from '../support/build.ts';
import { code, give, ignoring, integration, named } from '../support/flows.ts';
import { openYaml, ready, status } from './open.ts';
import { bombs } from './sandbox/bombs.ts';
import { countRuns, readStored } from './sandbox/stored.ts';

test.describe.configure({ mode: 'default', timeout: 180_000 });

for (const [name, source] of Object.entries(bombs))
  test(`${name}: the step fails or the run is interrupted, and nothing else is lost`, async ({
    baseURL,
  }, info) => {
    const { launchOptions } = info.project.use;
    const context = await chromium.launchPersistentContext(info.outputPath('profile'), {
      ...launchOptions,
      baseURL,
    });
    const [page = await context.newPage()] = context.pages();
    await openYaml(page, documentOf(source));
    await runFlow(page, 'Kept');
    await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
    const address = page.url();
    const living = await runBomb(page, context);
    const { executions } = await readStored(living);
    expect(executions.find((row) => row.flow === 'Kept')?.status).toBe('succeeded');
    expect(executions.find((row) => row.flow === 'Bomb')?.status).toMatch(
      /^(succeeded|warning|interrupted)$/,
    );
    await living.goto(address);
    await runFlow(living, 'After');
    await expect(status(living)).toHaveAttribute('data-status', 'succeeded');
    await context.close();
  });

function documentOf(source: string): string {
  return write(
    integration(
      named('Kept', flow(give('Given', 1))),
      named('Bomb', flow(ignoring(code('Bomb', source)), give('Done', 1))),
      named('After', flow(code('After', 'module.exports = () => ({ data: 1 });'))),
    ),
  );
}

async function runFlow(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.keyboard.press('Control+Enter');
}

/**
 * Resolves to the page when the run has ended, or to a new one when it has died. Playwright gives a page up also when only
 * the process of the sandbox's frame has died.
 */
async function runBomb(page: Page, context: BrowserContext): Promise<Page> {
  const died = new Promise<'died'>((resolve) => page.once('crash', () => resolve('died')));
  await runFlow(page, 'Bomb');
  const how = await Promise.race([died, ended(page)]);
  console.log(`The tab ${how}.`);
  if (how !== 'died') return page;
  const next = await context.newPage();
  await ready(next);
  await ended(next);
  return next;
}

async function ended(page: Page): Promise<'lives'> {
  // A page that has died answers nothing more: then nobody waits for this.
  await expect
    .poll(() => countRuns(page).catch(() => undefined), { timeout: 90_000 })
    .toEqual({ all: 2, open: 0 });
  return 'lives';
}
