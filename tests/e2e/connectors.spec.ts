import { expect, test as base, type Page } from '@playwright/test';
import { mixed } from './documents.ts';
import { findings } from './findings.ts';
import { openYaml, panel, ready, watchProblems } from './open.ts';

/** With a connector that nobody has. */

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

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search connectors and actions' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const group = (page: Page, name: RegExp) => page.getByRole('region', { name });
const trial = (page: Page) => page.getByRole('region', { name: 'Try it' });
const result = (page: Page) => page.getByTestId('trial');

const createObject = '/connectors/collection-tools/createObject';

test.describe('the catalogue', () => {
  test('shows connectors by category with where they work', async ({ page }) => {
    await ready(page, '/connectors');
    const logic = group(page, /^Logic/);
    await expect(logic.getByRole('listitem').filter({ hasText: 'Loop' })).toContainText('Works offline');
    await expect(
      group(page, /^Network/)
        .getByRole('listitem')
        .filter({ hasText: 'HTTP' })
        .first(),
    ).toContainText('Needs internet');
  });

  test('finds actions as one types, and the address keeps what was asked', async ({ page }) => {
    await ready(page, '/connectors');
    await page.keyboard.press('/');
    await expect(search(page)).toBeFocused();
    await page.keyboard.type('get');
    await expect(
      group(page, /^Actions/)
        .getByRole('link')
        .first(),
    ).toHaveText('HTTP · GET request');
    await expect(page).toHaveURL(/\/connectors\?q=get$/);
    await page.reload();
    await expect(search(page)).toHaveValue('get');
    await expect(
      group(page, /^Actions/)
        .getByRole('link')
        .first(),
    ).toHaveText('HTTP · GET request');
  });

  test('says which service can still be called when nothing matches', async ({ page }) => {
    await ready(page, '/connectors?q=zzz');
    await expect(page.getByText('No connector matches “zzz”')).toBeVisible();
    await page.getByRole('link', { name: 'Use HTTP' }).click();
    await expect(title(page)).toHaveText('HTTP');
  });

  test('is filtered by category and by where things work, and the way back undoes each', async ({ page }) => {
    await ready(page, '/connectors');
    const files = page.getByRole('list', { name: 'Category' }).getByRole('link', { name: 'Files' });
    await files.click();
    await expect(page).toHaveURL(/category=files/);
    await expect(files).toHaveAttribute('aria-current', 'true');
    await expect(group(page, /^Logic/)).toBeHidden();
    await page.getByRole('link', { name: 'Works offline' }).click();
    await expect(page).toHaveURL(/category=files&works=offline/);
    await expect(page.getByRole('link', { name: 'Amazon S3' })).toBeHidden();
    await page.goBack();
    await expect(page.getByRole('link', { name: 'Amazon S3' })).toBeVisible();
    await page.goBack();
    await expect(group(page, /^Logic/)).toBeVisible();
  });

  test('is walked by arrows, opened by Enter, and left and found again by the way back', async ({ page }) => {
    await ready(page, '/connectors');
    await search(page).focus();
    await page.keyboard.press('ArrowDown');
    const cards = page.getByRole('main').locator('li > .words > a');
    await expect(cards.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(cards.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(cards.last()).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const name = await cards.evaluateAll((links) =>
      links.find((link) => link === document.activeElement)?.textContent.trim(),
    );
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText(name ?? 'none');
    await expect(title(page)).toBeFocused();
    await page.goBack();
    await expect(title(page)).toHaveText('Connectors');
    await page.goForward();
    await expect(title(page)).toHaveText(name ?? 'none');
  });

  test('leads from a found action to trying it by t', async ({ page }) => {
    await ready(page, '/connectors?q=create object');
    await search(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('t');
    await expect(page).toHaveURL(/collection-tools\/createObject#try$/);
    await expect(trial(page).getByRole('button', { name: /^Add row/ })).toBeFocused();
    await title(page).focus();
    await page.getByRole('link', { name: 'Try it' }).click();
    await expect(trial(page).getByRole('button', { name: /^Add row/ })).toBeFocused();
  });

  test('lists connectors that integrations use and that are missing', async ({ page }) => {
    await openYaml(page, mixed);
    await ready(page, '/connectors');
    await group(page, /^Not installed/)
      .getByRole('link', { name: 'acme-erp' })
      .click();
    await expect(page.getByText('Connector “acme-erp” is not installed')).toBeVisible();
    await expect(group(page, /^Used in/)).toContainText('Failing › Ask the database');
  });
});

test.describe('a connector', () => {
  test('has its actions, triggers and connections on a page of its own', async ({ page }) => {
    await ready(page, '/connectors/http');
    await expect(page).toHaveTitle('HTTP · Connectors · Sluice');
    await expect(
      group(page, /^Connections/)
        .getByRole('table')
        .first(),
    ).toBeVisible();
    await group(page, /^Actions/)
      .getByRole('link', { name: 'GET request' })
      .click();
    await expect(page).toHaveTitle('GET request · HTTP · Sluice');
    await expect(page.getByRole('table', { name: 'Inputs of GET request' })).toContainText('responseType');
  });

  test('that is not here says so', async ({ page }) => {
    await ready(page, '/connectors/acme/explode');
    await expect(page.getByText('Connector “acme” is not installed')).toBeVisible();
    await ready(page, '/connectors/http/explode');
    await expect(page.getByText('Connector “http” has no action “explode”')).toBeVisible();
  });
});

test.describe('an action', () => {
  test('shows its output’s shape, an example, and who uses it', async ({ page }) => {
    await openYaml(page, mixed);
    await ready(page, createObject);
    await expect(group(page, /^Output/)).toContainText('results');
    await expect(page.getByRole('tree', { name: /^Example output/ })).toBeVisible();
    await group(page, /^Used in/)
      .getByRole('link', { name: 'Mixed' })
      .click();
    await expect(page).toHaveURL(/flow=main&step=collect/);
  });

  test('is tried without an integration', async ({ page }) => {
    await ready(page, createObject);
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');
    await expect(trial(page).getByLabel('Key 1')).toBeFocused();
    await page.keyboard.type('id');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1042');
    await page.keyboard.press('Enter');
    await expect(trial(page).getByLabel('Key 2')).toBeFocused();
    await page.keyboard.type('name');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(result(page)).toHaveAttribute('data-status', 'succeeded');
    await expect(page.getByTestId('output')).toContainText('1042');
    await expect(page.getByTestId('output')).toContainText('name');
  });

  test('runs the user’s code in the sandbox and shows what it logged', async ({ page }) => {
    await ready(page, '/connectors/code/runCode');
    const editor = trial(page).getByRole('textbox', { name: 'Code' });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(
      'module.exports = async ({ logger }) => { logger.info("counting"); return { data: 6 * 7 }; };',
    );
    await trial(page).getByRole('button', { name: 'Run' }).click();
    await expect(page.getByTestId('output')).toContainText('42');
    await expect(trial(page).getByRole('list', { name: 'Log' })).toContainText('counting');
  });

  test('that fails says why', async ({ page }) => {
    await ready(page, '/connectors/http/httpGet#try');
    await trial(page).getByLabel('URL').fill('https://practice.sluice.example/nothing');
    await trial(page).getByRole('button', { name: 'Run' }).click();
    await expect(result(page)).toHaveAttribute('data-status', 'failed');
    await expect(panel(page, 'status 404')).toContainText('Look at the address');
  });

  test('is not run while something required is missing', async ({ page }) => {
    await ready(page, '/connectors/http/httpGet');
    await trial(page).getByRole('button', { name: 'Run' }).click();
    const url = trial(page).getByLabel('URL');
    await expect(url).toBeFocused();
    await expect(url).toHaveAccessibleDescription('“URL” is required.');
    await expect(result(page)).toBeHidden();
  });

  test('is stopped', async ({ page }) => {
    await ready(page, '/connectors/sleep/sleep');
    await trial(page).getByRole('textbox').first().fill('60000');
    await trial(page).getByRole('button', { name: 'Run' }).click();
    await trial(page).getByRole('button', { name: 'Stop' }).click();
    await expect(result(page)).toHaveAttribute('data-status', 'cancelled');
  });

  test('that only means something in a flow says so instead', async ({ page }) => {
    await ready(page, '/connectors/loop/loopOverItems');
    await expect(trial(page)).toContainText('A loop does its work with the steps inside it.');
    await expect(trial(page).getByRole('button')).toBeHidden();
  });

  test('forgets what was typed for a connection when its page is left', async ({ page }) => {
    await ready(page, '/connectors/http/httpGet');
    await trial(page)
      .getByText(/optional inputs$/)
      .click();
    await trial(page).getByLabel('Connection, kind').selectOption({ index: 1 });
    const secret = trial(page).locator('input[type=password]').first();
    await secret.fill('s3cret');
    await page.getByRole('link', { name: 'All of HTTP' }).click();
    await expect(page).toHaveURL(/\/connectors\/http$/);
    await page.goBack();
    await expect(trial(page)).toBeVisible();
    await expect(trial(page).locator('input[type=password]')).toHaveCount(0);
  });

  test('is used at a chosen place, and the designer opens there', async ({ page }) => {
    await openYaml(page, mixed);
    await ready(page, createObject);
    await page.getByRole('button', { name: 'Use in…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Integration').selectOption({ label: 'Mixed' });
    await expect(page).toHaveURL(/\?use=/);
    await dialog.getByLabel('Place').selectOption({ label: 'After 1 Start' });
    await dialog.getByRole('button', { name: 'Add step' }).click();
    await expect(title(page)).toHaveText('Mixed');
    await expect(page).toHaveURL(/flow=main&step=createObject/);
    await expect(page.getByTestId('step').nth(1)).toContainText('Create object');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByTestId('step').nth(1)).toContainText('For each item');
  });

  test('is not used when the dialog is left by the way back', async ({ page }) => {
    await openYaml(page, mixed);
    await ready(page, createObject);
    await page.getByRole('button', { name: 'Use in…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(title(page)).toHaveText('Create object');
  });

  test('that starts flows begins a flow of its own', async ({ page }) => {
    await openYaml(page, mixed);
    await ready(page, '/connectors/schedule-triggers/schedule');
    await page.getByRole('button', { name: 'Use in…' }).click();
    await page.getByRole('dialog').getByLabel('Integration').selectOption({ label: 'Mixed' });
    await page.getByRole('dialog').getByRole('button', { name: 'Add flow' }).click();
    await expect(page.getByRole('tab', { name: 'Schedule flow' })).toHaveAttribute('aria-selected', 'true');
  });
});

/** What each page looks like when there is something to see. */
const states: Record<string, (page: Page) => Promise<void>> = {
  'the catalogue': async (page) => {
    await openYaml(page, mixed);
    await ready(page, '/connectors');
    await expect(group(page, /^Not installed/)).toBeVisible();
  },
  'a search': (page) => ready(page, '/connectors?q=get'),
  'a search that finds nothing': (page) => ready(page, '/connectors?q=zzz&works=relay'),
  'a connector': (page) => ready(page, '/connectors/http'),
  'a connector that is not installed': (page) => ready(page, '/connectors/acme'),
  'an action that was tried': async (page) => {
    await ready(page, createObject);
    await trial(page)
      .getByRole('button', { name: /^Add row/ })
      .click();
    await trial(page).getByRole('button', { name: 'Run' }).click();
    await expect(result(page)).toBeVisible();
  },
  'an action that failed, with all its inputs': async (page) => {
    await ready(page, '/connectors/http/httpPost');
    await trial(page)
      .getByText(/optional inputs$/)
      .click();
    await trial(page).getByLabel('Connection, kind').selectOption({ index: 1 });
    await trial(page).getByRole('button', { name: 'Run' }).click();
    await expect(trial(page).getByText('“URL” is required.')).toBeVisible();
  },
  'an action that runs code': async (page) => {
    await ready(page, '/connectors/code/runCode');
    await expect(trial(page).getByRole('textbox', { name: 'Code' })).toBeVisible();
  },
  'a trigger': (page) => ready(page, '/connectors/webhook-triggers/webhook'),
  'the dialog that uses an action': async (page) => {
    await openYaml(page, mixed);
    await ready(page, `${createObject}?use=`);
    await page.getByRole('dialog').getByLabel('Integration').selectOption({ label: 'Mixed' });
    await expect(page.getByRole('dialog').getByLabel('Place')).toBeVisible();
  },
};

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
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await over()).toBeLessThanOrEqual(0);
    });
  }
});
