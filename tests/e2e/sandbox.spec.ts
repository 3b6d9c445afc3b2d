/** Hostile code in code steps of the built app: nothing leaves, nothing is read, and everybody else goes on. */
import { expect, test, type Page } from '@playwright/test';
import type { Entry, LogLine } from '#lib/model/execution.ts';
import type { Flow } from '#lib/model/integration.ts';
import { write } from '#lib/yaml/write.ts';
import { integration } from '../support/flows.ts';
import { openSandboxSite } from '../support/sandboxSite.ts';
import { openYaml, ready } from './open.ts';
import { CANARY, hideCanaries } from './sandbox/canaries.ts';
import { families } from './sandbox/families.ts';
import { beside, flowsOf } from './sandbox/flows.ts';
import { watchFrames } from './sandbox/frames.ts';
import type { Payload } from './sandbox/payload.ts';
import { countRuns, readStored, type Stored } from './sandbox/stored.ts';
import { runUnguarded } from './sandbox/unguarded.ts';

/** Longest that the page's thread may work on one frame, in milliseconds. */
const FRAME_MS = 200;

/** For the slowest of them on a busy computer, in milliseconds. */
const ENOUGH_MS = 90_000;

test.beforeEach(() => test.setTimeout(2 * ENOUGH_MS));

for (const [family, payloads] of Object.entries(families))
  test(`${family}: nothing leaves, nothing is read, and each step says what came of it`, async ({ page }) => {
    const [site, open] = [await openSandboxSite(), await openSandboxSite()];
    await ready(page);
    await hideCanaries(page);
    const flows = flowsOf(payloads, { site: site.host, open: open.host });
    await openYaml(page, write(integration(...flows)));
    const stop = await watchFrames(page);
    await runAll(page, flows);
    const { gap, work } = await stop();
    console.log(`${family}: at most ${work} ms of work for a frame, ${gap} ms between frames`);
    const stored = await readStored(page);
    for (const payload of payloads) holdTo(payload, stored);
    for (const line of stored.lines) holdLine(line);
    expect.soft(JSON.stringify(stored)).not.toContain(CANARY);
    expect.soft(site.heard).toEqual([]);
    expect.soft(open.heard.filter((what) => !what.includes(' /sanctioned'))).toEqual([]);
    expect.soft(stored.executions.find(({ flow }) => flow === beside.name)?.status).toBe('succeeded');
    expect.soft(work).toBeLessThan(FRAME_MS);
    await expectAnswers(page);
    await Promise.all([site.close(), open.close()]);
  });

test('what is tried is worth trying: without the sandbox it reaches the server and reads the secrets', async ({
  page,
}) => {
  const site = await openSandboxSite();
  await page.goto(`http://${site.host}/`);
  await hideCanaries(page);
  const payloads = Object.values(families).flatMap((family) => family.filter(({ unguarded }) => unguarded));
  const codes = payloads.map(({ code }, index) =>
    code.replaceAll(/\{SITE\}(\/?)/g, `${site.host}/${index}$1`),
  );
  const results = await runUnguarded(page, codes);
  for (const [index, { name, unguarded }] of payloads.entries()) {
    const heard = site.heard.some((what) => what.includes(` /${index}/`) || what.endsWith(` /${index}`));
    const read = JSON.stringify(results[index] ?? null).includes(CANARY);
    expect.soft(unguarded === 'reads a secret' ? read : heard, name).toBe(true);
  }
  await site.close();
});

/** Starts the first flow, which starts all others, and waits until the last has ended. */
async function runAll(page: Page, flows: readonly Flow[]): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => countRuns(page), { timeout: ENOUGH_MS }).toEqual({ all: flows.length, open: 0 });
}

function holdTo({ name, expected, mayBeEnded }: Payload, { entries, lines }: Stored): void {
  const entry = entries.find(({ path }) => path[0] === name);
  if (mayBeEnded && entry?.failure?.code === 'timeout') return;
  expect.soft(outcomeOf(entry), name).toEqual(outcomeLike(expected));
  if (expected.status === 'failed' || !expected.logs) return;
  const logged = lines.filter(({ path }) => path[0] === name).map(({ message }) => message);
  expect.soft(logged.join('\n'), `the log of “${name}”`).toMatch(expected.logs);
}

function outcomeOf(entry: Entry | undefined): unknown {
  if (entry?.failure) return { failure: entry.failure.code, says: entry.failure.message };
  return { status: entry?.status, output: entry?.output };
}

function outcomeLike(expected: Payload['expected']): unknown {
  if (expected.status === 'succeeded') return { status: 'succeeded', output: expected.output };
  return { failure: expected.failure, says: expect.stringMatching(expected.says) };
}

/** Not one expectation a line: there may be a hundred thousand. */
function holdLine({ level, message }: LogLine): void {
  const isLine = typeof message === 'string' && message.length <= 4096;
  if (!isLine || !['debug', 'info', 'warn', 'error'].includes(level))
    expect.soft({ level, message }, 'a line of the log').toBe('text of at most 4,096 characters');
}

/** The designer goes on as if nothing had been. */
async function expectAnswers(page: Page): Promise<void> {
  await page.getByRole('tab', { name: beside.name, exact: true }).click();
  await expect(page.getByTestId('step')).toHaveCount(4);
}
