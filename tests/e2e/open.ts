/** Ways into the app that several specs share. */
import { expect, type Page } from '@playwright/test';

/** Waits until the app can be used. */
export async function ready(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.locator('html[data-app-ready=true]').waitFor();
}

/** An empty database, one press, a finished run. */
export async function runSample(page: Page): Promise<void> {
  await ready(page);
  await page.getByRole('button', { name: /^Run it now.*Order triage/ }).click();
  await expect(status(page)).toHaveAttribute('data-status', 'succeeded');
}

/** The status of the shown run. */
export function status(page: Page) {
  return page.getByTestId('run-status');
}

/** Loads a YAML file through the file picker of the gallery. */
export async function loadYaml(page: Page, text: string, name = 'file.yml'): Promise<void> {
  await ready(page, '/samples');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
}

/** Loads a YAML file that is in order, and waits until its designer is there. */
export async function openYaml(page: Page, text: string): Promise<void> {
  await loadYaml(page, text);
  await page.getByTestId('step').first().waitFor();
}

/** A failure drawn in place of the part that failed. */
export function panel(page: Page, title: string) {
  return page.getByRole('group', { name: title });
}

/** Collects what the page's policy refused and what threw unseen; `expectQuiet` fails with it. */
export function watchProblems(page: Page): { expectQuiet: () => void } {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  return { expectQuiet: () => expect(problems).toEqual([]) };
}
