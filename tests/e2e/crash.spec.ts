/** A browser that is killed at any moment, again and again: every run comes to the same end, and nothing happens twice. */
import { setTimeout } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import type { Decision } from '#lib/model/execution.ts';
import { pathKey } from '#lib/model/path.ts';
import { write } from '#lib/yaml/write.ts';
import { CrashBrowser } from '../support/crashBrowser.ts';
import { createChance, type Chance } from '../support/crashChance.ts';
import { CRASH_REQUESTS, CRASH_STEPS, crashIntegration, requestOf } from '../support/crashFlow.ts';
import { disagreements, outputsOf, readEntries } from '../support/crashJournal.ts';
import { answerTo, openCrashSite, type CrashSite } from '../support/crashSite.ts';
import { openYaml, ready, status } from './open.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 2);
const MOST_KILLS = 3;

/** A request takes about so long: a browser dies before, while and after it is on its way. */
const REQUEST_MS = 20;

test(
  'a run goes on where it was, whenever its browser is killed',
  { tag: '@endurance' },
  async ({ baseURL }, { project }) => {
    test.setTimeout(60_000 + ROUNDS * 60_000);
    const chance = createChance();
    console.log(`${ROUNDS} rounds, seed ${chance.seed}`);
    const site = await openCrashSite();
    const browser = await CrashBrowser.create({ ...project.use.launchOptions, baseURL });
    try {
      const page = await browser.open();
      await openYaml(page, write(crashIntegration(site.address)));
      const whole = await runWhole(page, site);
      const crash: Crash = { browser, site, chance, page, decisions: [], kills: 0 };
      for (let round = 0; round < ROUNDS; round++) {
        const from = Date.now();
        const id = await crashRun(crash);
        const entries = await readEntries(crash.page, id);
        const { decisions, kills } = crash;
        expect(entries).toHaveLength(CRASH_STEPS);
        expect(outputsOf(entries)).toEqual({ ...whole, ...skippedOf(decisions) });
        expect(disagreements(site.received, entries, decisions)).toEqual([]);
        console.log(
          `round ${round + 1}: ${kills} kills so far, ${decisions.length} in doubt, ${Date.now() - from} ms`,
        );
      }
    } finally {
      await browser.close();
      await site.close();
    }
  },
);

/** What is under way. */
interface Crash {
  browser: CrashBrowser;
  site: CrashSite;
  chance: Chance;
  /** Another one after every kill. */
  page: Page;
  /** What was decided about steps in doubt in this round. */
  decisions: Decision[];
  kills: number;
}

/** What every step produces when nobody interrupts. */
async function runWhole(page: Page, { received }: CrashSite): Promise<Record<string, unknown>> {
  const id = await startRun(page);
  expect(await endOf(page)).toBe('succeeded');
  const entries = await readEntries(page, id);
  expect(entries).toHaveLength(CRASH_STEPS);
  expect(received).toHaveLength(CRASH_REQUESTS);
  return outputsOf(entries);
}

/** Starts a run, kills its browser a few times, and goes on each time until the run has ended; gives its id. */
async function crashRun(crash: Crash): Promise<string> {
  const { chance } = crash;
  crash.site.received.length = 0;
  crash.decisions = [];
  await crash.browser.aim();
  const id = await startRun(crash.page);
  const kills = 1 + chance.below(MOST_KILLS);
  for (let kill = 0; kill < kills; kill++) {
    await killDuringRun(crash);
    if ((await endOf(crash.page)) === 'interrupted') await goOn(crash);
  }
  expect(await endOf(crash.page)).toBe('succeeded');
  return id;
}

async function startRun(page: Page): Promise<string> {
  const before = page.url();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.waitForURL((url) => url.searchParams.has('run') && url.href !== before);
  return new URL(page.url()).searchParams.get('run') ?? '';
}

/** At a request that is still to come, or a moment later; then opens the same address again. */
async function killDuringRun(crash: Crash): Promise<void> {
  const { browser, site, chance, page } = crash;
  const address = page.url();
  await site.arrived(site.received.length + chance.below(Math.max(1, requestsLeft(crash))));
  await setTimeout(chance.below(REQUEST_MS));
  await browser.kill();
  crash.kills++;
  crash.page = await browser.open();
  await ready(crash.page, address);
  await browser.aim();
}

function requestsLeft({ site: { received }, decisions }: Crash): number {
  const settled = decisions.flatMap(({ path, what }) => (what === 'runAgain' ? [] : [requestOf(path)]));
  return CRASH_REQUESTS - new Set([...received, ...settled]).size;
}

/** The status of the run once it no longer runs. */
async function endOf(page: Page): Promise<string | null> {
  await expect(status(page)).toHaveAttribute('data-status', /interrupted|succeeded|warning|failed|cancelled/);
  return await status(page).getAttribute('data-status');
}

/** Resumes the run; decides about a step that is in doubt. */
async function goOn({ page, chance, decisions }: Crash): Promise<void> {
  const resume = page.getByRole('button', { name: 'Resume' });
  const inDoubt = page.getByText(/had started when the run was cut off/);
  await expect(resume.or(inDoubt)).toBeVisible();
  if (await resume.isVisible()) await resume.click();
  else decisions.push(await decide(page, chance, (await inDoubt.textContent()) ?? ''));
  await expect(status(page)).not.toHaveAttribute('data-status', 'interrupted');
}

/** Whatever is chosen, the run comes to the same end: what is marked as done has the answer it would have had. */
async function decide(page: Page, chance: Chance, sentence: string): Promise<Decision> {
  const [, name = '', turn] = /“(\w+)”(?: in iteration (\d+))?/.exec(sentence) ?? [];
  const path = turn === undefined ? [name] : ['Each order', Number(turn) - 1, name];
  const what = chance.pick(
    name === 'Notify' ? (['runAgain', 'done', 'skip'] as const) : (['runAgain', 'done'] as const),
  );
  await page.getByRole('button', { name: words[what] }).click();
  if (what !== 'done') return { path, what };
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Output, JSON' })
    .fill(JSON.stringify(answerTo(requestOf(path) ?? '')));
  await dialog.getByRole('button', { name: 'Mark as done' }).click();
  return { path, what };
}

const words = { runAgain: 'Run it again', skip: 'Skip it', done: 'Mark as done' };

/** The outputs of the steps that were skipped, which have none. */
function skippedOf(decisions: readonly Decision[]): Record<string, undefined> {
  const skipped = decisions.filter(({ what }) => what === 'skip');
  return Object.fromEntries(skipped.map(({ path }) => [pathKey(path), undefined]));
}
