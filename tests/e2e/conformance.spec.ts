/** The conformance cases in the browser, under the policy of the built app. That they hold in Node is a unit test. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import type { Site } from '../../src/relay/serve.ts';
import type { Compared } from '../hosts/Compared.ts';
import type { TestHost } from '../hosts/page.ts';
import { suites } from '../conformance/suites.ts';
import { serveHost } from '../support/hostSite.ts';
import { watchProblems } from './open.ts';

declare const host: TestHost;

// One worker, so that the host is built once; hundreds of runs take their time on a busy machine.
test.describe.configure({ mode: 'default', timeout: 5 * 60_000 });

let site: Site;
test.beforeAll(async () => (site = await serveHost()));
test.afterAll(() => site.close());

async function openHost(page: Page): Promise<void> {
  await page.goto(site.address);
  await page.waitForFunction(() => 'host' in globalThis);
}

/** The cases that came out otherwise, with what was seen. */
function different(compared: readonly Compared[]): Compared[] {
  return compared.filter(({ seen, expected }) => !isDeepStrictEqual(seen, expected));
}

test('every case comes out in a worker as it does in Node, its code in the sandbox', async ({ page }) => {
  const problems = watchProblems(page);
  await openHost(page);
  const compared = await page.evaluate(() => host.runCases());
  expect(different(compared)).toEqual([]);
  expect(compared).toHaveLength(Object.values(suites).flat().length);
  problems.expectQuiet();
});

test('the app’s own worker leaves the same journal, log and state in the database', async ({ page }) => {
  const problems = watchProblems(page);
  await openHost(page);
  const compared = await page.evaluate(() => host.runStoredCases());
  expect(different(compared)).toEqual([]);
  expect(compared.length).toBeGreaterThan(250);
  problems.expectQuiet();
});
