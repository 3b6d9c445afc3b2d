import { expect, test, type Page } from '@playwright/test';
import { mixed } from './documents.ts';
import { findings } from './findings.ts';
import { loadYaml, openYaml, ready, runSample, status } from './open.ts';

/** What each page looks like when there is something to see. */
const states: Record<string, (page: Page) => Promise<void>> = {
  'the empty list': (page) => ready(page),
  'the filled list': async (page) => {
    await runSample(page);
    await ready(page, '/integrations');
    await expect(page.getByRole('link', { name: 'Order triage' })).toBeVisible();
  },
  'the designer after a run': runSample,
  'the designer with a failure': async (page) => {
    await openYaml(page, mixed);
    await page.getByRole('tab', { name: 'Failing' }).click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(status(page)).toHaveAttribute('data-status', 'failed');
    await openRunner(page);
    await expect(page.getByTestId('output')).toContainText('is empty');
  },
  'the designer with a tree and loops': async (page) => {
    await openYaml(page, mixed);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
    await page.locator('[data-step-key=collect] button.card').click();
    await openRunner(page);
    await expect(page.getByTestId('output')).toContainText('cog');
  },
  'the payload dialog': async (page) => {
    await runSample(page);
    await page.getByRole('button', { name: 'Test payload' }).locator('visible=true').click();
    await expect(page.getByRole('textbox', { name: 'Body' })).toBeVisible();
  },
  'a step’s menu': async (page) => {
    await openYaml(page, mixed);
    await page.getByRole('button', { name: 'Actions for Collect' }).click();
    await expect(page.getByRole('menuitem', { name: 'Copy reference' })).toBeVisible();
  },
  'the YAML drawer': async (page) => {
    await runSample(page);
    await ready(page, `${page.url()}&panel=yaml`);
    await expect(page.getByRole('complementary', { name: 'YAML' }).getByRole('textbox')).toBeVisible();
  },
  'adding a blank integration': async (page) => {
    await ready(page, '/integrations/new');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  },
  'adding from a template': async (page) => {
    await ready(page, '/integrations/new?from=template');
    await expect(page.getByText('No templates yet')).toBeVisible();
  },
  'adding a sample': async (page) => {
    await ready(page, '/integrations/new?from=sample');
    await expect(
      page.getByRole('dialog').getByRole('button', { name: /^Run it now.*Order triage/ }),
    ).toBeVisible();
  },
  'adding YAML that is wrong': async (page) => {
    await ready(page, '/integrations/new?from=yaml');
    await page.getByRole('textbox', { name: 'YAML' }).fill('name: [');
    await expect(page.getByText('This cannot be read yet.')).toBeVisible();
  },
  'a file that was refused': async (page) => {
    await loadYaml(page, 'name: [');
    await expect(page.getByRole('group', { name: 'could not be read' })).toBeVisible();
  },
  'a missing integration': (page) => ready(page, '/integrations/nowhere'),
  'an unknown address': (page) => ready(page, '/nowhere'),
  samples: (page) => ready(page, '/samples'),
  hub: (page) => ready(page, '/hub'),
  customers: (page) => ready(page, '/customers'),
  instances: (page) => ready(page, '/instances'),
  executions: async (page) => {
    await runSample(page);
    await ready(page, '/executions');
    await expect(page.getByRole('cell', { name: 'Order received' })).toBeVisible();
  },
  connectors: (page) => ready(page, '/connectors'),
  settings: (page) => ready(page, '/settings'),
};

async function openRunner(page: Page): Promise<void> {
  const open = page.getByRole('button', { name: 'Open test runner' }).locator('visible=true');
  if ((await open.count()) > 0) await open.click();
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme} at ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });
      for (const [name, open] of Object.entries(states)) {
        test(`${name} has no serious or critical finding`, async ({ page }) => {
          await open(page);
          expect(await findings(page)).toEqual([]);
        });
      }
    });
  }
}

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  for (const [name, open] of Object.entries(states)) {
    test(`${name} does not scroll sideways`, async ({ page }) => {
      await open(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  }
});

test('the skip link is first and leads to the content', async ({ page }) => {
  await ready(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a change of page moves the focus to its title and names the document', async ({ page }) => {
  await ready(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connectors' }).click();
  await expect(page.getByRole('heading', { name: 'Connectors', level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Connectors · Sluice');
});

test('the sample can be run and looked at by keyboard alone', async ({ page }) => {
  await ready(page);
  const run = page.getByRole('button', { name: /^Run it now.*Order triage/ });
  for (
    let presses = 0;
    presses < 20 && !(await run.evaluate((button) => button === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
});

test('a page that is opened by its address takes no focus', async ({ page }) => {
  await runSample(page);
  await ready(page, page.url());
  await expect(page.getByRole('heading', { name: 'Order triage', level: 1 })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

test('a designer that is opened by a link moves the focus to its title', async ({ page }) => {
  await runSample(page);
  await ready(page, '/integrations');
  await page.getByRole('link', { name: 'Order triage' }).click();
  await expect(page.getByRole('heading', { name: 'Order triage', level: 1 })).toBeFocused();
});
