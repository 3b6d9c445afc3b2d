/** The tests in a real browser, against the built app behind the server of `npm start`. */
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../support/browser.ts';

const root = join(import.meta.dirname, '../..');
const port = process.env.SLUICE_E2E_PORT ?? '4199';
// 127.0.0.1, not localhost: that may be [::1], where nothing listens.
const address = `http://127.0.0.1:${port}`;

/**
 * Keeps the browser from calling home and from complaining where there is no graphics card. Playwright itself
 * starts it without its sandbox, which cannot be had as root and in many containers.
 */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Each of Playwright's processes reads this file; through the environment only the first looks for a browser.
process.env.SLUICE_BROWSER ??= await browserPath();

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results/e2e'),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // Far more than any test needs: a busy machine is slow, and slow is not wrong.
  timeout: 60_000,
  globalTimeout: 60 * 60_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.SLUICE_E2E_REPORT ?? join(root, 'test-results/e2e.json') }],
  ],
  use: {
    baseURL: address,
    browserName: 'chromium',
    serviceWorkers: 'allow',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.SLUICE_BROWSER, args: QUIET },
  },
  webServer: {
    command: `"${process.execPath}" --import tsx src/relay/start.ts`,
    cwd: root,
    env: { HOST: '127.0.0.1', PORT: port },
    url: address,
    reuseExistingServer: false,
  },
});

async function browserPath(): Promise<string> {
  const browser = await findBrowser();
  if ('problem' in browser) throw new Error(browser.problem);
  return browser.path;
}
