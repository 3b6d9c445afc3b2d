/** Amazon S3 from a worker of a real browser, against a real store that the CORS rule of our own help lets it use. */
import { expect, test, type Page } from '@playwright/test';
import type { Site } from '../../src/relay/serve.ts';
import type { Writing } from '../hosts/s3Essentials.ts';
import type { S3Host } from '../hosts/s3Page.ts';
import { serveHost } from '../support/hostSite.ts';
import type { StorePlace } from '../hosts/s3Store.ts';
import { STORE_KEYS } from '../support/radosgw.ts';
import { makeBucket, NO_STORE, storeEndpoint } from '../support/radosgwBucket.ts';

declare const s3: S3Host;

// One worker, so that the page is built once; the test driver reads along, which makes large files slow.
test.describe.configure({ mode: 'default', timeout: 15 * 60_000 });
test.skip(!storeEndpoint, NO_STORE);
if (!storeEndpoint) console.log(NO_STORE);

const SENTENCE = 'gave no answer that may be read: CORS missing, or wrong key, secret or clock.';

let site: Site;
let place: StorePlace;
test.beforeAll(async () => {
  const endpoint = storeEndpoint ?? '';
  place = { endpoint, bucket: await makeBucket(endpoint), ...STORE_KEYS };
  site = await serveHost('s3Page.ts');
});
test.afterAll(() => site.close());

test.beforeEach(async ({ page }) => await openPage(page));

async function openPage(page: Page): Promise<void> {
  await page.goto(site.address);
  await page.waitForFunction(() => 's3' in globalThis);
}

const writings: readonly [Writing, string][] = [
  ['putObject', 'signed in the headers'],
  ['putObjectWithPresignedUrl', 'by addresses signed here'],
];

for (const [writing, how] of writings) {
  test(`100 MB are written ${how} and read again @store`, async ({ page }) => {
    const asked = { place, writing };
    const { sent, got, lines, unfinished } = await page.evaluate(
      (given) => s3.roundTrip(given.place, given.writing),
      asked,
    );
    expect(got).toBe(sent);
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe('info Sent 13 of 13 parts, 100 of 100 MB.');
    expect(unfinished).toBe(0);
  });
}

test('an upload that was broken off goes on @store', async ({ page }) => {
  const { partsSent, lines, sent, got, unfinished } = await page.evaluate(
    (given) => s3.brokenOffAndResumed(given),
    place,
  );
  expect({ partsSent, unfinished }).toEqual({ partsSent: 2, unfinished: 0 });
  expect(lines).toContain('info An upload that was broken off goes on: 3 of 5 parts are there.');
  expect(got).toBe(sent);
});

test('nothing is left of an upload whose run is stopped @store', async ({ page }) => {
  const { lines, unfinished } = await page.evaluate((given) => s3.stopped(given), place);
  expect({ last: lines.at(-1), unfinished }).toEqual({
    last: 'info The unfinished upload was given up.',
    unfinished: 0,
  });
});

test('what is wrong, expired or changed is refused, in the sentence that names every reason @store', async ({
  page,
}) => {
  const seen = await page.evaluate((given) => s3.refusals(given), place);
  expect(seen).toMatchObject({
    wrongSecret: expect.stringContaining(SENTENCE),
    wrongSecretPut: expect.stringContaining(SENTENCE),
    expired: expect.stringContaining(SENTENCE),
    skewed: expect.stringContaining(SENTENCE),
    valid: 200,
  });
  // A plain request whose signature does not fit gets an answer that no page may read, or one that says 403.
  for (const refused of [seen.otherKey, seen.otherMethod]) expect(refused).not.toBe(200);
  expect(seen.tamperedBody).not.toBe('');
});
