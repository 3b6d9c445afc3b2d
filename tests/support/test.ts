/**
 * `npm run check | test | test:real | test:long`: runs the tests and ends with one line, `12 passed, 0 failed`.
 * Everything runs to its end, so that one run shows all there is to mend.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { single, sum, summary, type Counts } from './counts.ts';
import { freePort } from './freePort.ts';
import { startStore } from './radosgw.ts';
import { runTasks, type Task } from './task.ts';

const REPORTS = join(import.meta.dirname, '../../test-results');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const E2E_REPORT = join(REPORTS, 'e2e.json');

const SYNC: Task = { name: 'sync', command: 'npm run --silent sync', preparation: true };
const BUILD: Task = { name: 'build', command: 'npm run --silent build', preparation: true };
const CHECKS: Task[] = [
  { name: 'svelte-check', command: 'svelte-check --fail-on-warnings --output human' },
  { name: 'eslint', command: 'eslint . --max-warnings=0' },
  {
    name: 'unit tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json="${UNIT_REPORT}"`,
    report: UNIT_REPORT,
  },
  { name: 'prettier', command: 'prettier --check . --log-level warn' },
  { name: 'knip', command: 'knip' },
];

/** Rounds of everything random in the long run; a change is tried with few. */
const LONG_ROUNDS = '10000';

/** Rounds of what kills browsers, in the long run and beside the other real tests. */
const LONG_CRASHES = '50';
const REAL_CRASHES = '5';

/** The tests in a browser that take minutes, by their tag. */
const ENDURANCE = '@endurance';

/** Those that need a real S3 store. */
const STORE = '@store';

const MODES: Record<string, () => Promise<Counts>> = { check, all, real, long };
const mode = MODES[process.argv[2] ?? ''];

if (mode) {
  const counts = await mode();
  console.log(summary(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
} else {
  console.error(`Say which tests: ${Object.keys(MODES).join(', ')}.`);
  process.exitCode = 1;
}

async function check(): Promise<Counts> {
  const prepared = await runTasks([SYNC]);
  // Vitest has several threads of its own: more than two at once only makes its tests slow.
  return sum([prepared, await runTasks(CHECKS, Math.min(2, availableParallelism()))]);
}

async function all(): Promise<Counts> {
  const checked = await check();
  const built = await runTasks([BUILD]);
  if (built.failed === 0) return sum([checked, await endToEnd(`--grep-invert ${ENDURANCE}`)]);
  console.log('The tests in a browser did not run, because there is no build.');
  return sum([checked, built]);
}

async function long(): Promise<Counts> {
  const command = `vitest run --reporter=default --reporter=json --outputFile.json="${UNIT_REPORT}"`;
  const env = { ROUNDS: LONG_ROUNDS };
  const units = { name: 'unit tests, all rounds', command, env, report: UNIT_REPORT, live: true };
  return sum([await runTasks([SYNC, units]), await endurance(LONG_CRASHES)]);
}

async function real(): Promise<Counts> {
  const endurances = await endurance(REAL_CRASHES);
  const given = process.env.S3_TEST_ENDPOINT;
  const store = given ? { endpoint: given, close: () => undefined } : await startStore();
  if ('problem' in store) {
    console.log(`The tests against a real S3 store are skipped: ${store.problem}.`);
    return endurances;
  }
  try {
    return sum([endurances, await withStore({ S3_TEST_ENDPOINT: store.endpoint })]);
  } finally {
    store.close();
  }
}

/** The tests against a real S3 store, in Node and in a browser; they need the build. */
async function withStore(env: NodeJS.ProcessEnv): Promise<Counts> {
  const command = `vitest run s3Real --reporter=default --reporter=json --outputFile.json="${UNIT_REPORT}"`;
  const inNode = { name: 'tests against a real S3 store', command, env, report: UNIT_REPORT, live: true };
  return sum([await runTasks([inNode]), await endToEnd(`--grep ${STORE}`, env)]);
}

async function endurance(rounds: string): Promise<Counts> {
  const built = await runTasks([BUILD]);
  return built.failed === 0 ? await endToEnd(`--grep ${ENDURANCE}`, { ROUNDS: rounds }) : built;
}

async function endToEnd(which: string, more: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const browser = await findBrowser();
  if ('problem' in browser) {
    console.log(`✗ tests in a browser: ${browser.problem}`);
    return single(false);
  }
  const env = {
    SLUICE_BROWSER: browser.path,
    SLUICE_E2E_PORT: String(await freePort()),
    SLUICE_E2E_REPORT: E2E_REPORT,
    ...more,
  };
  const command = `playwright test -c tests/e2e/playwright.config.ts ${which}`;
  console.log(`Tests in ${browser.path}:`);
  return runTasks([{ name: 'tests in a browser', command, env, report: E2E_REPORT, live: true }]);
}
