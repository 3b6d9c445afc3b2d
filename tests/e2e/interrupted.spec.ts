/** Runs whose tab was closed: what is said, what can be done, and that nothing happens twice. */
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type { Flow } from '#lib/model/integration.ts';
import { write } from '#lib/yaml/write.ts';
import { flow, loop, reference, step, template, value } from '../support/build.ts';
import { answerTo, openCrashSite, type CrashSite } from '../support/crashSite.ts';
import { answering, copy, integration, invoke, named, retrying, startedBy } from '../support/flows.ts';
import { findings } from './findings.ts';
import { openYaml, ready, status } from './open.ts';

const test = base.extend<{ site: CrashSite }>({
  site: async ({}, use) => {
    const site = await openCrashSite();
    await use(site);
    await site.close();
  },
});

/** Asks the service for a path of the step's own name. */
const ask = ({ address }: CrashSite, name: string) =>
  step(name, 'http/httpPost', { url: template(`${address}/${name}`), data: value('now') });

/** Runs until the service is asked for a path that it does not answer, closes the tab, and opens the same address. */
async function cutOff(page: Page, site: CrashSite, path: string, ...flows: Flow[]): Promise<Page> {
  site.hold(path);
  await openYaml(page, write(integration(...flows)));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => site.received).toContain(path);
  return await closeAndReopen(page, site);
}

/** The service answers again once the run is seen to be dead: a closed page may live on for a moment. */
async function closeAndReopen(page: Page, site: CrashSite): Promise<Page> {
  const [context, address] = [page.context(), page.url()];
  await page.close();
  const next = await openInterrupted(context, address);
  site.release();
  return next;
}

async function openInterrupted(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await ready(page, address);
  await ended(page, 'interrupted');
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const ended = (page: Page, how: string) => expect(status(page)).toHaveAttribute('data-status', how);

/** The step that was under way when the tab was closed runs again by itself. */
const withoutDoubt = (site: CrashSite) =>
  flow(ask(site, 'one'), retrying(ask(site, 'two'), 3, 0), ask(site, 'three'));

/** It may have taken place. */
const withDoubt = (site: CrashSite) =>
  flow(ask(site, 'one'), ask(site, 'two'), copy('Answer', 'two.results'), ask(site, 'three'));

test('resuming does only what was not done yet', async ({ page, site }) => {
  const next = await cutOff(page, site, '/two', withoutDoubt(site));
  await expect(next.getByText('This run was interrupted: its tab was closed before it ended.')).toBeVisible();
  const address = next.url();
  await button(next, 'Resume').click();
  await ended(next, 'succeeded');
  expect(next.url()).toBe(address);
  expect(site.received).toEqual(['/one', '/two', '/two', '/three']);
  await expect(button(next, 'Resume')).toBeHidden();
});

test('running again is another run, from the start', async ({ page, site }) => {
  const next = await cutOff(page, site, '/two', withoutDoubt(site));
  const address = next.url();
  await button(next, 'Run again').click();
  await ended(next, 'succeeded');
  expect(next.url()).not.toBe(address);
  expect(site.received).toEqual(['/one', '/two', '/one', '/two', '/three']);
});

test('a page that is left for another shows the run as interrupted all the same', async ({ page, site }) => {
  site.hold('/two');
  await openYaml(page, write(integration(withoutDoubt(site))));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => site.received).toContain('/two');
  const address = page.url();
  await page.goto('about:blank');
  await ready(page, address);
  await expect(button(page, 'Resume')).toBeVisible();
  site.release();
});

test('a step that may have taken place is named, and runs again only when that is chosen', async ({
  page,
  site,
}) => {
  const next = await cutOff(page, site, '/two', withDoubt(site));
  await expect(
    next.getByText('“two” had started when the run was cut off, so it may have taken place.'),
  ).toBeVisible();
  await expect(button(next, 'Resume')).toBeHidden();
  await button(next, 'Run it again').click();
  await ended(next, 'succeeded');
  expect(site.received).toEqual(['/one', '/two', '/two', '/three']);
});

test('a step in doubt can be skipped: what follows sees nothing of it', async ({ page, site }) => {
  const next = await cutOff(page, site, '/two', withDoubt(site));
  await button(next, 'Skip it').click();
  await ended(next, 'succeeded');
  expect(site.received).toEqual(['/one', '/two', '/three']);
  await next.locator('[data-step-key=answer] button.card').click();
  await expect(next.getByTestId('output')).toContainText('null');
});

test('a step in doubt can be marked as done, with what it produced', async ({ page, site }) => {
  const next = await cutOff(page, site, '/two', withDoubt(site));
  await button(next, 'Mark as done').click();
  const dialog = next.getByRole('dialog', { name: 'Mark “two” as done' });
  const output = dialog.getByRole('textbox', { name: 'Output, JSON' });
  await expect(output).toBeFocused();
  await output.fill('{ "id": ');
  await expect(dialog.getByText(/This is not valid JSON/)).toBeVisible();
  await expect(button(next, 'Mark as done').last()).toHaveAttribute('aria-disabled', 'true');
  await next.keyboard.press('ControlOrMeta+Enter');
  await next.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(next, 'Mark as done')).toBeFocused();
  await ended(next, 'interrupted');
  await next.keyboard.press('Enter');
  await expect(output).toHaveValue('{ "id": ');
  await output.fill('{ "id": "by hand" }');
  await next.keyboard.press('ControlOrMeta+Enter');
  await ended(next, 'succeeded');
  await expect(status(next)).toBeFocused();
  expect(site.received).toEqual(['/one', '/two', '/three']);
  await next.locator('[data-step-key=answer] button.card').click();
  await expect(next.getByTestId('output')).toContainText('by hand');
});

test('a step that is cut off again is asked about again', async ({ page, site }) => {
  const next = await cutOff(page, site, '/two', withDoubt(site));
  site.hold('/two');
  await button(next, 'Run it again').click();
  await expect.poll(() => site.received.length).toBe(3);
  const last = await closeAndReopen(next, site);
  await expect(button(last, 'Skip it')).toBeVisible();
  expect(site.received).toEqual(['/one', '/two', '/two']);
});

test('inside a loop the iteration is told', async ({ page, site }) => {
  const send = step('Send', 'http/httpPost', {
    url: template(`${site.address}/{{$each.currentItem}}`),
    data: value('now'),
  });
  const next = await cutOff(page, site, '/b', flow(loop('Each', value('["a", "b", "c"]'), send)));
  await expect(next.getByText('“Send” in iteration 2 of “Each” had started')).toBeVisible();
  await button(next, 'Skip it').click();
  await ended(next, 'succeeded');
  expect(site.received).toEqual(['/a', '/b', '/c']);
});

test('in a flow that was called, the decision is made where the step is', async ({ page, site }) => {
  const call = invoke('Call', 'Other', reference('trigger.results.body.data'));
  const other = startedBy(step('Called', 'cross-flow/crossFlow'), ask(site, 'two'));
  const next = await cutOff(page, site, '/two', flow(call), answering(named('Other', other)));
  await expect(next.getByText('This run waits for “Other”')).toBeVisible();
  await next.getByRole('link', { name: 'Open that run' }).click();
  await expect(next.getByRole('tab', { name: 'Other' })).toHaveAttribute('aria-selected', 'true');
  await button(next, 'Run it again').click();
  await ended(next, 'succeeded');
  await expect(next.getByText('“Flow” called this flow, and is still interrupted.')).toBeVisible();
  await next.getByRole('link', { name: 'Open that run' }).click();
  await button(next, 'Resume').click();
  await ended(next, 'succeeded');
  expect(site.received).toEqual(['/two', '/two']);
  await expect(next.getByTestId('output')).toContainText(answerTo('/two').of);
});

test('two tabs that resume at once run it once', async ({ page, site }) => {
  const next = await cutOff(page, site, '/two', withDoubt(site));
  const other = await openInterrupted(next.context(), next.url());
  const buttons = await Promise.all([next, other].map((tab) => button(tab, 'Run it again').elementHandle()));
  await Promise.all(buttons.map((one) => one?.dispatchEvent('click')));
  await Promise.all([next, other].map((tab) => ended(tab, 'succeeded')));
  expect(site.received).toEqual(['/one', '/two', '/two', '/three']);
});

test('while another tab runs it nothing is offered', async ({ page, site }) => {
  const next = await cutOff(page, site, '/two', withoutDoubt(site));
  const other = await openInterrupted(next.context(), next.url());
  await expect(button(other, 'Resume')).toBeVisible();
  site.hold('/three');
  await button(next, 'Resume').click();
  await ended(other, 'running');
  await expect(button(other, 'Resume')).toBeHidden();
  await expect(button(other, 'Run again')).toBeHidden();
  site.release();
  await ended(other, 'succeeded');
});

test('by keyboard alone: the focus goes on to the status, and what happens is spoken', async ({
  page,
  site,
}) => {
  const next = await cutOff(page, site, '/two', withoutDoubt(site));
  await tabTo(next, 'Resume');
  await next.keyboard.press('Enter');
  await expect(status(next)).toBeFocused();
  await expect(next.getByTestId('announcer')).toContainText('Run resumed.');
  await expect(next.getByTestId('announcer')).not.toContainText('Run started.');
  await ended(next, 'succeeded');
  await expect(status(next)).toBeFocused();
});

/** From where the focus is. */
async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () => button(page, name).evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await isThere()); presses++) await page.keyboard.press('Tab');
  await expect(button(page, name)).toBeFocused();
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme} at ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

      test('an interrupted run has no serious or critical finding', async ({ page, site }) => {
        const next = await cutOff(page, site, '/two', withoutDoubt(site));
        await expect(button(next, 'Resume')).toBeVisible();
        expect(await findings(next)).toEqual([]);
      });

      test('a step in doubt has no serious or critical finding', async ({ page, site }) => {
        const next = await cutOff(page, site, '/two', withDoubt(site));
        await expect(button(next, 'Skip it')).toBeVisible();
        expect(await findings(next)).toEqual([]);
      });

      test('marking it as done has no serious or critical finding', async ({ page, site }) => {
        const next = await cutOff(page, site, '/two', withDoubt(site));
        await button(next, 'Mark as done').click();
        await next.getByRole('textbox', { name: 'Output, JSON' }).fill('{');
        expect(await findings(next)).toEqual([]);
      });
    });
  }
}

test('at 320 px nothing scrolls sideways', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const next = await cutOff(page, site, '/two', withDoubt(site));
  await next.setViewportSize({ width: 320, height: 640 });
  await expect(button(next, 'Skip it')).toBeVisible();
  expect(await next.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
