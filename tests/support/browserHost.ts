/** The page of the test host in a browser whose data is on disk, as people's is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { serveHost } from './hostSite.ts';

export interface BrowserHost {
  context: BrowserContext;
  page: Page;
  close: () => Promise<void>;
}

/** Builds and opens it; needs the built app. */
export async function openBrowserHost(): Promise<BrowserHost> {
  const browser = await findBrowser();
  if ('problem' in browser) throw new Error(browser.problem);
  const site = await serveHost();
  const profile = mkdtempSync(join(tmpdir(), 'sluice-profile-'));
  const args = ['--no-sandbox', '--disable-gpu'];
  const context = await chromium.launchPersistentContext(profile, { executablePath: browser.path, args });
  const page = await context.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => 'bench' in globalThis);
  return {
    context,
    page,
    async close() {
      await context.close();
      site.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
