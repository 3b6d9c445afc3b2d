/** Real files of the format in the built app (format.md 5.1); they lie beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { standInFor } from '../support/standInPage.ts';
import { comments } from '../support/standIns.ts';
import { order, serviceAccount } from '../support/standInStorage.ts';
import { outputsOf, readRuns, type Run } from './journal.ts';
import { openYaml, status } from './open.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);

test.skip(!existsSync(corpus), 'the real files are not here');

const testIntegration =
  'prism__src__commands__integrations__convert__fixtures__specs__test-integration@4d0f3b37_v7.yml';

const openFile = async (page: Page, name: string) =>
  await openYaml(page, readFileSync(new URL(name, corpus), 'utf8'));

const showFlow = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

/** Runs the shown flow to its end. What the screen says may be of the run before, so the database is asked first. */
async function run(page: Page, expected = 'succeeded', timeout?: number): Promise<void> {
  const before = (await readRuns(page)).length;
  await page.keyboard.press('Control+Enter');
  const started = async () => (await readRuns(page))[before]?.status;
  await expect.poll(started, { timeout }).toBe(expected);
  await expect(status(page)).toHaveAttribute('data-status', expected);
}

/** What the shown run left at a step. */
async function output(page: Page, step: string): Promise<Locator> {
  await page.getByTestId('step').getByRole('button', { name: step }).first().click();
  await page.getByRole('tab', { name: /^(Output|Error)$/ }).click();
  return page.getByTestId('output');
}

/** The log lines of a step of the shown run. */
async function expectLog(page: Page, step: string, text: string): Promise<void> {
  await page.getByTestId('step').getByRole('button', { name: step }).first().click();
  await page.getByRole('tab', { name: /^Logs/ }).click();
  await expect(page.getByRole('tabpanel', { name: /^Logs/ })).toContainText(text);
}

function theOnly(runs: readonly Run[]): Run {
  const [first, ...others] = runs;
  if (!first || others.length > 0) throw new Error(`There are ${runs.length} runs.`);
  return first;
}

/** Sends a request with this body to the shown flow. */
async function send(page: Page, body: string, { type = 'JSON', expected = 'succeeded' } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Test payload' }).first().click();
  await page.getByLabel('Content type').selectOption(type);
  await page.getByLabel('Body').fill(body);
  await run(page, expected);
}

/** Sets config variables in the dialog that `fill` is given. */
async function configure(page: Page, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Test configuration' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Test configuration' });
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Save configuration' }).click();
  await expect(dialog).toBeHidden();
}

interface Connection {
  kind: string;
  fields: Record<string, string>;
  /** Where it may be sent to, as the dialog proposes it. */
  proposed: readonly string[];
}

async function connect(dialog: Locator, key: string, filledIn: Connection): Promise<void> {
  const { kind, fields, proposed } = filledIn;
  const section = dialog.getByRole('region', { name: key });
  await section.getByLabel(`${key}, kind`).selectOption(kind);
  for (const [label, text] of Object.entries(fields))
    await section.getByRole('textbox', { name: label }).fill(text);
  const places = section.getByRole('group', { name: 'May be sent to' }).getByRole('textbox');
  await expect(places).toHaveCount(proposed.length);
  for (const [index, place] of proposed.entries()) await expect(places.nth(index)).toHaveValue(place);
}

test('one request with a connection (T1)', async ({ page }) => {
  const standIns = await standInFor(page);
  await openFile(
    page,
    'embedded__example-embedded-app__public__static__integrations__setting-config-variables-example.yml',
  );
  await configure(page, async (dialog) => {
    await dialog.getByLabel('Acme API URL').fill('https://postman-echo.com/post');
    await connect(dialog, 'Acme API Key', {
      kind: 'API key',
      fields: { 'API key': 'acme-k3y-5' },
      proposed: ['https://postman-echo.com'],
    });
    await expect(dialog.getByLabel('Third-Party Credentials, kind')).toBeVisible();
  });
  await run(page);
  const [request, ...others] = standIns.asked;
  expect(others).toEqual([]);
  expect(request).toMatchObject({ method: 'POST', body: '{"exampleData": "exampleValue"}' });
  expect(request?.headers.authorization).toContain('acme-k3y-5');
  const reply = await output(page, 'POST Request');
  await expect(reply).toContainText('exampleValue');
  await expect(reply).toContainText('••••');
  await expect(reply).not.toContainText('acme-k3y-5');
  const only = theOnly(await readRuns(page));
  expect(outputsOf(only, 'POST Request')).toMatchObject([{ json: { exampleData: 'exampleValue' } }]);
});

test('paging by recursion (T2)', async ({ page }) => {
  test.slow();
  const standIns = await standInFor(page);
  await openFile(page, 'examples__integrations__recursive-flow-examples.yml');
  await run(page);
  const ended = async () => (await readRuns(page)).map((one) => one.status);
  await expect.poll(ended, { timeout: 100_000 }).toEqual(Array.from({ length: 7 }, () => 'succeeded'));
  const gets = standIns.to('GET', 'jsonplaceholder.typicode.com/comments');
  expect(gets.map(({ url }) => new URL(url).search)).toEqual(
    Array.from({ length: 35 }, (_, index) => `?_limit=15&_page=${index + 1}`),
  );
  const posts = standIns.to('POST', 'postman-echo.com/post');
  const sizes = posts.map(({ body }) => (JSON.parse(body) as unknown[]).length);
  expect(sizes).toEqual([...Array.from({ length: 33 }, () => 15), 5]);
  const runs = await readRuns(page);
  expect(runs.map((one) => outputsOf(one, 'Invoke Recursive Trigger').length)).toEqual([1, 1, 1, 1, 1, 1, 0]);
  for (const flow of ['PostgreSQL', 'Salesforce', 'Prismatic']) {
    await page.getByRole('tab', { name: new RegExp(`^${flow}`) }).click();
    await expect(page.getByTestId('step').filter({ hasText: 'Invoke Recursive Trigger' })).toBeVisible();
  }
});

test('fan-out over another flow (T3)', async ({ page }) => {
  test.slow();
  await standInFor(page);
  await openFile(page, 'examples__integrations__split-payload-example.yml');
  await run(page);
  const runs = await readRuns(page);
  const main = theOnly(runs.filter(({ flow }) => flow === 'Main Flow'));
  const [started] = outputsOf(main, 'Loop Over Items') as { executionId: string }[][];
  const invoked = started?.flatMap(({ executionId }) => runs.filter(({ id }) => id === executionId)) ?? [];
  expect(runs).toHaveLength(11);
  expect(invoked.map(({ flow }) => flow)).toEqual(Array.from({ length: 10 }, () => 'Process Records'));
  const upper = comments.map(({ body }) => body.toUpperCase());
  expect(invoked.flatMap((one) => outputsOf(one, 'Loop Over Items')).flat()).toEqual(upper);
  expect(outputsOf(main, 'Decode')).toHaveLength(10);
  expect(outputsOf(main, 'Flatten')).toEqual([upper]);
  await expect(await output(page, 'Flatten')).toContainText('BODY OF COMMENT 1');
});

test('templates are filled from results and config variables (T4)', async ({ page }) => {
  await openFile(page, testIntegration);
  await showFlow(page, 'Step & configVar references');
  await run(page);
  const filled =
    'The response of the code block action was: My return value. This config var value is: The quick brown fox jumps over the lazy dog..';
  await expectLog(page, 'Template references', filled);
  expect(theOnly(await readRuns(page)).log).toEqual([
    filled,
    'The quick brown fox jumps over the lazy dog.',
    'My return value',
    '',
  ]);
});

test('loops, break, and a service that is asked (T5)', async ({ page }) => {
  // A hundred times a second, by the real clock.
  test.setTimeout(300_000);
  const standIns = await standInFor(page);
  await openFile(page, testIntegration);
  await configure(page, (dialog) =>
    connect(dialog, 'Slack Connection', {
      kind: 'OAuth 2.0',
      fields: { 'Access token': 'xoxb-of-somebody' },
      proposed: ['https://slack.com'],
    }),
  );
  await showFlow(page, 'Loop & branch tests');
  await run(page, 'succeeded', 240_000);
  expect(standIns.asked).toMatchObject([{ headers: { authorization: 'Bearer xoxb-of-somebody' } }]);
  const only = theOnly(await readRuns(page));
  expect(outputsOf(only, 'Loop Over Items')).toEqual([['it is slackbot']]);
  expect(outputsOf(only, 'Loop N Times')).toEqual([Array.from({ length: 100 }, () => 100)]);
  expect(outputsOf(only, 'Select Executed Step Result')).toEqual([100]);
  const hundred = Array.from({ length: 100 }, () => 'it is slackbot');
  expect(only.log).toEqual(['slackbot', 'bob', ...hundred, '100']);
  await expect(await output(page, 'Select Executed Step Result')).toContainText('100');
  await expectLog(page, 'Write Log Message 3', '100');
});

test('values are kept from one flow for another (T6)', async ({ page }) => {
  await openFile(page, 'examples__integrations__dropbox__example-dropbox-router.yml');
  const tell = async (event: string) => {
    await showFlow(page, 'Registration Endpoint');
    const body = { event, dropboxAccountId: 'dbid:1', instanceChangesWebhookUrl: 'https://x/y' };
    await send(page, JSON.stringify(body));
  };
  const print = async () => {
    await showFlow(page, 'Print Persisted Data');
    await run(page);
  };
  await tell('register');
  await print();
  await expect(page.getByTestId('output')).toContainText('dbid:1');
  await expect(page.getByTestId('output')).toContainText('https://x/y');
  await tell('deregister');
  await print();
  await expect(page.getByTestId('output')).not.toContainText('https://x/y');
  await tell('something else');
  const runs = await readRuns(page);
  const printed = runs.flatMap((one) => outputsOf(one, 'Return Persisted Data'));
  expect(printed).toEqual([{ 'dbid:1': 'https://x/y' }, {}]);
  expect(runs[0]?.log).toEqual(['Registering Dropbox account "dbid:1" to send requests to "https://x/y"']);
});

test('form data goes to the address that was registered for its channel (T7)', async ({ page }) => {
  const standIns = await standInFor(page);
  const form = (id: string) => `payload=${encodeURIComponent(JSON.stringify({ channel: { id } }))}`;
  await openFile(page, 'examples__integrations__slack-interactivity-example__slack-interactivity-router.yml');
  await showFlow(page, 'Registration Endpoint');
  const instanceInteractivityWebhookUrl = 'https://target.example/hook';
  await send(page, JSON.stringify({ event: 'register', channelId: 'C1', instanceInteractivityWebhookUrl }));
  await showFlow(page, 'Route Request');
  await send(page, form('C1'), { type: 'Form' });
  expect(standIns.asked).toMatchObject([
    {
      method: 'POST',
      url: 'https://target.example/hook',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form('C1'),
    },
  ]);
  await send(page, form('C2'), { type: 'Form', expected: 'failed' });
  await expect(await output(page, 'POST Request')).toContainText(
    'The input “URL” of “POST Request” is empty.',
  );
  expect(standIns.asked).toHaveLength(1);
});

test('files to a service (T9)', async ({ page }) => {
  const standIns = await standInFor(page);
  const { clientEmail, privateKey } = serviceAccount();
  await openFile(page, 'examples__integrations__example-with-loop.yml');
  await configure(page, async (dialog) => {
    await connect(dialog, 'Google Cloud Storage Connection', {
      kind: 'Key of a service account',
      fields: { 'Client email': clientEmail, 'Private key': privateKey },
      proposed: ['https://storage.googleapis.com', 'https://oauth2.googleapis.com'],
    });
    await dialog.getByLabel('Google Cloud Bucket').fill('orders');
  });
  await run(page);
  const bolt = { item_name: 'Bolt', quantity: 5, cost: 1.25 };
  const sent = standIns.to('POST', 'postman-echo.com/post').map(({ body }) => JSON.parse(body) as unknown);
  expect(sent).toEqual([bolt, bolt]);
  expect([...standIns.storage.files]).toEqual([
    ['processed/a.xml', order],
    ['processed/b.xml', order],
  ]);
  const only = theOnly(await readRuns(page));
  expect(outputsOf(only, 'Find & Replace')).toEqual(['processed/a.xml', 'processed/b.xml']);
  await expect(await output(page, 'Find & Replace')).toContainText('processed/b.xml');
});
