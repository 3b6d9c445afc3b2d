/** Runs payloads where nothing holds them back: one that gets nothing even there proves nothing. */
import type { Page } from '@playwright/test';

/** In plain workers with the origin of the page, all at once; resolves to what each returned, or to nothing. */
export async function runUnguarded(page: Page, codes: readonly string[]): Promise<unknown[]> {
  return await page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(async (source) => {
          const script = `const module = { exports: {} };
            ${source}
            module.exports({}, {}).then(({ data }) => postMessage(data)).catch(() => postMessage(null));`;
          const worker = new Worker(URL.createObjectURL(new Blob([script])));
          const { promise, resolve } = Promise.withResolvers<unknown>();
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = () => resolve(undefined);
          const result = await promise;
          worker.terminate();
          return result;
        }),
      ),
    codes.map((code) => code.replaceAll('{MOMENT}', '5000')),
  );
}
