/** Secrets of the user that code must not find, in every place where a browser keeps things. */
import type { Page } from '@playwright/test';

/** Made up for this process: it stands in no file. */
export const CANARY = `canary-${Math.random().toString(36).slice(2)}`;

/** Hides it in all of them, for the origin that the page is on. */
export async function hideCanaries(page: Page): Promise<void> {
  await page.evaluate(async (canary) => {
    localStorage.setItem('canary', canary);
    sessionStorage.setItem('canary', canary);
    document.cookie = `canary=${canary}`;
    document.title = canary;
    window.name = canary;
    await (await caches.open('canary')).put('/canary', new Response(canary));
    const folder = await navigator.storage.getDirectory();
    const writing = await (await folder.getFileHandle('canary', { create: true })).createWritable();
    await writing.write(canary);
    await writing.close();
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('canary');
      opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
      opening.onsuccess = () => {
        const writes = opening.result.transaction('kept', 'readwrite');
        writes.objectStore('kept').put(canary, 1);
        writes.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  }, CANARY);
}
