/** Code of the user's own, as it runs in the built app. What it must not do is tried in `sandbox.spec.ts`. */
import { expect, test, type Page } from '@playwright/test';
import type { Flow } from '#lib/model/integration.ts';
import { write } from '#lib/yaml/write.ts';
import { flow } from '../support/build.ts';
import { code, integration } from '../support/flows.ts';
import { openYaml, status } from './open.ts';

async function runFlows(page: Page, ...flows: Flow[]): Promise<void> {
  await openYaml(page, write(integration(...flows)));
  await page.keyboard.press('Control+Enter');
}

async function runCode(page: Page, ...sources: string[]): Promise<void> {
  await runFlows(page, flow(...sources.map((source, index) => code(`Code ${index + 1}`, source))));
}

const ended = (page: Page, how: string) => expect(status(page)).toHaveAttribute('data-status', how);

test('code logs, reads what was before it, and its result is shown', async ({ page }) => {
  await runCode(
    page,
    'module.exports = async () => ({ data: { price: 20 } });',
    `module.exports = async ({ logger }, { code1 }) => {
      logger.warn('costs', code1.results.price, { currency: 'EUR' });
      console.log('and', [1, 2]);
      return { data: \`twice is \${code1.results.price * 2}\` };
    };`,
  );
  await ended(page, 'succeeded');
  await expect(page.getByTestId('output')).toContainText('twice is 40');
  await page.getByRole('tab', { name: 'Logs 2' }).click();
  const log = page.getByRole('tabpanel', { name: 'Logs' });
  await expect(log).toContainText('costs 20 {"currency":"EUR"}');
  await expect(log).toContainText('and [1,2]');
});

test('what it throws is named by line and column', async ({ page }) => {
  await runCode(
    page,
    'module.exports = async () => {\n  const order = {};\n  return order.customer.name;\n};',
  );
  await ended(page, 'failed');
  await expect(page.getByTestId('output')).toContainText(
    /TypeError: Cannot read properties of undefined \(reading 'name'\)” \(line 3, column 25\)/,
  );
});

test('what cannot be read is named by line and column', async ({ page }) => {
  await runCode(page, 'module.exports = () => {\n  return { data: };\n};');
  await ended(page, 'failed');
  await expect(page.getByTestId('output')).toContainText('Unexpected token (line 2, column 18)');
});

test('one step sees nothing that another left behind', async ({ page }) => {
  await runCode(
    page,
    'globalThis.left = 1; Array.prototype.left = 2; module.exports = () => ({ data: 1 });',
    'module.exports = () => ({ data: String([globalThis.left, [].left]) });',
  );
  await ended(page, 'succeeded');
  await expect(page.getByTestId('output')).toContainText(',');
  await expect(page.getByTestId('output')).not.toContainText(/[12]/);
});

test('its requests are sent by the engine', async ({ page, context }) => {
  await context.route('https://shop.example/**', (route) =>
    route.fulfill({
      json: { sent: route.request().postDataJSON() },
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await runCode(
    page,
    `module.exports = async () => {
      const headers = { 'content-type': 'text/plain' };
      const response = await fetch('https://shop.example/orders', { method: 'POST', body: '{"id":7}', headers });
      return { data: { ok: response.ok, answer: await response.json() } };
    };`,
  );
  await ended(page, 'succeeded');
  await expect(page.getByTestId('output')).toContainText('sent { id }');
});

test('a stop ends code that never ends', async ({ page }) => {
  await runCode(page, 'module.exports = () => { console.log("on"); for (;;); };');
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await ended(page, 'cancelled');
});

test('a run goes on when the thread it ran on hung', async ({ page }) => {
  await page.clock.install();
  await runCode(
    page,
    'module.exports = async () => { await new Promise((go) => setTimeout(go, 4000)); return { data: "there" }; };',
  );
  await ended(page, 'running');
  const runtime = page.workers().find((worker) => worker.url().includes('worker'));
  // As a task of its own: a browser does not end a thread while a debugger's command runs on it.
  await runtime?.evaluate('void setTimeout(() => { for (;;); })');
  await page.clock.runFor(25_000);
  await ended(page, 'succeeded');
  await expect(page.getByTestId('output')).toContainText('there');
});
