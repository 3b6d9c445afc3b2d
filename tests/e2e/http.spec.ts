/** HTTP steps against a service on this computer that behaves well and badly (browser.md 4.1). */
import { expect, test, type Page } from '@playwright/test';
import { serveHttp, type HttpSite } from '../support/httpSite.ts';
import { openYaml, ready, status } from './open.ts';

let site: HttpSite;
test.beforeEach(async () => (site = await serveHttp()));
test.afterEach(() => site.close());

/** A flow of one request, run to its end. */
async function run(page: Page, url: string, inputs: Record<string, string> = {}): Promise<string> {
  const { action = 'httpGet', ...rest } = inputs;
  const more = Object.entries({ ...rest, url }).map(
    ([key, value]) => `${key}: { type: value, value: ${JSON.stringify(value)} }`,
  );
  await openYaml(
    page,
    `definitionVersion: 7
name: One request
flows:
  - name: Main
    steps:
      - name: Start
        isTrigger: true
        action: { key: webhook, component: { key: webhook-triggers, version: LATEST, isPublic: true } }
      - name: Ask
        action: { key: ${action}, component: { key: http, version: LATEST, isPublic: true } }
        inputs: { ${more.join(', ')} }
`,
  );
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveAttribute('data-status', /succeeded|failed/);
  await page.getByTestId('step').getByRole('button', { name: 'Ask' }).first().click();
  return (await status(page).getAttribute('data-status')) ?? '';
}

const output = (page: Page) => page.getByTestId('output');
/** What went wrong stands where the output would. */
const failure = output;

test('JSON of a service that allows pages is the result', async ({ page }) => {
  expect(await run(page, `${site.address}/cors/json`)).toBe('succeeded');
  await expect(output(page)).toContainText('ok');
});

test('a patch is sent in capitals, with what the step says and without cookies', async ({ page }) => {
  const inputs = { action: 'httpPatch', data: '{"a":  1}' };
  expect(await run(page, `${site.address}/cors/echo`, inputs)).toBe('succeeded');
  await expect(output(page)).toContainText('PATCH');
  await expect(output(page)).not.toContainText('referer');
});

test('one that allows none is told from one that is not there', async ({ page }) => {
  expect(await run(page, `${site.address}/json`)).toBe('failed');
  await expect(failure(page)).toContainText('does not allow requests from this page (CORS)');
  expect(site.asked).toEqual(['GET /json', 'GET /']);
  const { address } = site;
  site.close();
  await ready(page);
  expect(await run(page, `${address}/json`)).toBe('failed');
  await expect(failure(page)).toContainText('could not be reached');
  await expect(failure(page)).not.toContainText('CORS');
});

for (const place of ['never', 'stalls'])
  test(`a service that ${place === 'never' ? 'never answers' : 'stalls'} is given up in time`, async ({
    page,
  }) => {
    expect(await run(page, `${site.address}/cors/${place}`, { timeout: '700' })).toBe('failed');
    await expect(failure(page)).toContainText('did not answer within 0.7 seconds');
  });

test('a service that breaks off fails the step', async ({ page }) => {
  for (const place of ['resets', 'breaks']) {
    expect(await run(page, `${site.address}/cors/${place}`)).toBe('failed');
    await expect(failure(page)).toContainText(new URL(site.address).host);
  }
});

test('a redirect is followed where pages are allowed, and fails where they are not', async ({ page }) => {
  expect(await run(page, `${site.address}/cors/moved`)).toBe('succeeded');
  expect(await run(page, `${site.address}/cors/away`)).toBe('failed');
});

test('large answers and wrong types are taken as they are', async ({ page }) => {
  expect(await run(page, `${site.address}/cors/huge`, { responseType: 'text' })).toBe('succeeded');
  expect(await run(page, `${site.address}/cors/lies`)).toBe('succeeded');
  await expect(output(page)).toContainText('<html>Sign in</html>');
  expect(await run(page, `${site.address}/cors/png`)).toBe('succeeded');
  await expect(output(page)).toContainText('image/png');
});

test('only the headers that a service shows can be read', async ({ page }) => {
  expect(await run(page, `${site.address}/cors/json`, { includeFullResponse: 'true' })).toBe('succeeded');
  await expect(output(page)).toContainText('x-shown');
  await expect(output(page)).not.toContainText('x-kept-back');
});
