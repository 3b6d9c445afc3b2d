/** The stand-ins behind a page of a browser, and behind its workers. */
import type { Page, Request } from '@playwright/test';
import type { StandInRequest } from './standInReply.ts';
import { standInOrigins, StandIns } from './standIns.ts';

/** From here on they answer whatever the page asks of their hosts; the tool itself answers what browsers ask first (CORS). */
export async function standInFor(page: Page): Promise<StandIns> {
  const standIns = new StandIns();
  const isTheirs = ({ origin }: URL) => standInOrigins.includes(origin);
  await page.context().route(isTheirs, async (route) => {
    const { status, contentType, body } = standIns.answer(requestOf(route.request()));
    const headers = { 'access-control-allow-origin': '*' };
    await route.fulfill({ status, contentType, headers, body: Buffer.from(body) });
  });
  return standIns;
}

function requestOf(request: Request): StandInRequest {
  return {
    method: request.method(),
    url: request.url(),
    headers: request.headers(),
    body: request.postData() ?? '',
  };
}
