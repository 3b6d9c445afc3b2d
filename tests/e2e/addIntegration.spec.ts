import { expect, test as base, type Page } from '@playwright/test';
import { mixed } from './documents.ts';
import { ready, runSample, status, watchProblems } from './open.ts';

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

/** As an older version of the format writes it. */
const old = `definitionVersion: 2
name: Old
flows:
  - name: Only
    steps:
      - name: Start
        action: { key: webhook, component: { key: webhook-triggers, version: 1 } }
        isTrigger: true
requiredConfigVars:
  - key: Limit
    dataType: string
`;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Add integration' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('c opens the dialog with the name selected; Enter creates; the designer shows the trigger', async ({
  page,
}) => {
  await ready(page);
  await page.keyboard.press('c');
  const name = dialog(page).getByLabel('Name');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Untitled integration');
  await page.keyboard.type('Order sync');
  await expect(name).toHaveValue('Order sync');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Order sync');
  await expect(page.getByTestId('step')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
});

test('what is filled in is what is created', async ({ page }) => {
  await runSample(page);
  await ready(page, '/integrations');
  await page.getByRole('link', { name: 'Add integration' }).click();
  await dialog(page).getByLabel('Name').fill('  ');
  await dialog(page).getByLabel('Description').focus();
  await expect(dialog(page).getByLabel('Name')).toHaveValue('Untitled integration');
  await dialog(page).getByLabel('Description').fill('Keeps orders in step.');
  await dialog(page).getByLabel('Category').fill('Shop');
  await dialog(page).getByLabel('Labels').pressSequentially('ERP,Pilot');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Remove label pilot' })).toBeVisible();
  await dialog(page)
    .getByRole('radio', { name: /Schedule/ })
    .check();
  await dialog(page).getByRole('button', { name: 'Create' }).click();
  await expect(title(page)).toHaveText('Untitled integration');
  await expect(page.getByText('Schedule · trigger')).toBeVisible();
  await ready(page, '/integrations');
  const row = page.getByRole('row', { name: /Untitled integration/ });
  await expect(row).toContainText('erp');
  await expect(row).toContainText('Shop');
});

test('YAML is checked while it is typed, and says what it holds before it is created', async ({ page }) => {
  await ready(page, '/integrations/new?from=yaml');
  const text = dialog(page).getByRole('textbox', { name: 'YAML' });
  const create = dialog(page).getByRole('button', { name: 'Create' });
  await expect(text).toBeFocused();
  await expect(create).toHaveAttribute('aria-disabled', 'true');
  await expect(create).toHaveAccessibleDescription(/^Paste or load an integration/);
  await text.fill('definitionVersion: 7\nname: Broken\nflows:\n  - name: One\n    steps: [');
  await dialog(page)
    .getByRole('button', { name: /^Line 5, column \d+/ })
    .click();
  await expect(text).toBeFocused();
  expect(await text.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart))).toBe(
    '    steps: [',
  );
  await text.fill(mixed);
  await expect(dialog(page)).toContainText('2 flows, 8 steps, 0 config variables');
  await create.click();
  await expect(title(page)).toHaveText('Mixed');
});

test('what stands in the field when Create is pressed is created, also right after a key', async ({
  page,
}) => {
  await ready(page, '/integrations/new?from=yaml');
  const text = dialog(page).getByRole('textbox', { name: 'YAML' });
  await text.fill(mixed);
  await expect(dialog(page)).toContainText('2 flows, 8 steps');
  const create = dialog(page).getByRole('button', { name: 'Create' });
  // In one task: the page has not read the new text when the button is pressed.
  await text.evaluate((field: HTMLTextAreaElement) => {
    field.value = field.value.replace('name: Mixed', 'name: Newer');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const buttons = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')];
    buttons.find((button) => button.textContent.trim() === 'Create')?.click();
  });
  await expect(title(page)).toHaveText('Newer');
  await expect(create).toBeHidden();
});

test('YAML of an older version says what was changed to read it', async ({ page }) => {
  await ready(page, '/integrations/new?from=yaml');
  await dialog(page).getByRole('textbox', { name: 'YAML' }).fill(old);
  await expect(dialog(page)).toContainText('1 flow, 1 step, 1 config variable');
  await dialog(page).getByText('Upgraded from an older version').click();
  await expect(dialog(page)).toContainText('The format version is 7 now, not 2.');
});

test('the clipboard is loaded; where it may not be read, the field asks for it', async ({
  page,
  context,
}) => {
  await ready(page, '/integrations/new?from=yaml');
  const text = dialog(page).getByRole('textbox', { name: 'YAML' });
  const load = dialog(page).getByRole('button', { name: 'Load from clipboard' });
  await load.click();
  await expect(text).toBeFocused();
  await expect(text).toHaveAccessibleDescription(/Paste here/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((yaml) => navigator.clipboard.writeText(yaml), mixed);
  await load.click();
  await expect(dialog(page)).toContainText('2 flows, 8 steps');
});

test('a dropped file is read, in UTF-16 too', async ({ page }) => {
  await ready(page, '/integrations/new?from=yaml');
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'mixed.yml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(`\uFEFF${mixed}`, 'utf16le'),
    });
  await expect(dialog(page)).toContainText('2 flows, 8 steps');
  const dropped = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.yml'));
      return data;
    },
    mixed.replace('name: Mixed', 'name: Dropped'),
  );
  const zone = dialog(page).getByRole('group', { name: 'Drop a YAML file here' });
  await zone.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(dialog(page)).toContainText('Dropped');
});

test('the tab is in the address, and leaving gives the focus back', async ({ page }) => {
  await runSample(page);
  await ready(page, '/integrations');
  const add = page.getByRole('link', { name: 'Add integration' });
  await add.click();
  await dialog(page).getByRole('tab', { name: 'Template' }).click();
  await expect(page).toHaveURL(/from=template/);
  await expect(dialog(page)).toContainText('No templates yet');
  await page.reload();
  await expect(dialog(page).getByRole('tab', { name: 'Template' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/\/integrations$/);
  await expect(add).toBeFocused();
});

test('a sample starts from the dialog', async ({ page }) => {
  await ready(page, '/integrations/new?from=sample');
  await dialog(page)
    .getByRole('button', { name: /^Run it now.*Order triage/ })
    .click();
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
});
