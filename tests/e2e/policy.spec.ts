import { expect, test } from '@playwright/test';
import { ready, runSample } from './open.ts';

test('the policy of the page is sent as a header too, for workers', async ({ page }) => {
  const response = await page.goto('/');
  const header = response?.headers()['content-security-policy'] ?? '';
  const meta = await page.locator('meta[http-equiv=content-security-policy]').getAttribute('content');
  expect(header).toContain(meta ?? 'no policy in the page');
  expect(header).toContain("frame-ancestors 'none'");
  expect(header).toMatch(/script-src 'self' 'sha256-/);
  expect(header).toContain("require-trusted-types-for 'script'");
});

test('inline scripts, eval and raw markup are refused', async ({ page }) => {
  await ready(page);
  const refused = await page.evaluate(async () => {
    const names: string[] = [];
    addEventListener('securitypolicyviolation', (event) => names.push(event.effectiveDirective));
    const tries = [
      () => (document.createElement('div').innerHTML = '<i></i>'),
      () => new Worker('/_app/x.js'),
      // The tests' own code runs past the page's policy; a script of the page's own does not.
      () =>
        document.head.append(
          Object.assign(document.createElement('script'), { text: 'globalThis.ran = true' }),
        ),
    ];
    const threw = tries.filter((attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    });
    await new Promise((resolve) => setTimeout(resolve));
    return { threw: threw.length, names: [...new Set(names)], ran: 'ran' in globalThis };
  });
  expect(refused).toEqual({ threw: 3, names: ['require-trusted-types-for'], ran: false });
});

test('nothing the app does itself is refused', async ({ page }) => {
  const refused: string[] = [];
  await page.exposeFunction('refused', (name: string) => refused.push(name));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      (globalThis as unknown as { refused: (name: string) => void }).refused(
        `${event.effectiveDirective} ${event.blockedURI}`,
      );
    });
  });
  await runSample(page);
  await page.getByRole('button', { name: 'Test payload' }).first().click();
  await expect(page.getByRole('textbox')).toBeVisible();
  for (const path of ['/executions', '/connectors', '/settings', '/hub']) await ready(page, path);
  expect(refused).toEqual([]);
});
