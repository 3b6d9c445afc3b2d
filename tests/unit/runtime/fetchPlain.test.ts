/** Requests as a host sends them, against a service on this computer that behaves well and badly. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '#lib/connectors/define.ts';
import type { FailureError } from '#lib/model/failure.ts';
import { fetchPlain } from '#lib/runtime/fetchPlain.ts';
import { serveHttp, type HttpSite } from '../../support/httpSite.ts';

let site: HttpSite;
beforeEach(async () => (site = await serveHttp()));
afterEach(() => site.close());

const { signal } = new AbortController();
const ask = async (place: string, more: Partial<HttpRequest> = {}) =>
  await fetchPlain({ url: site.address + place, method: 'GET', headers: {}, ...more }, signal);
const failureOf = async (work: Promise<unknown>) =>
  await work.then(
    () => undefined,
    (thrown: unknown) => (thrown as FailureError).failure,
  );

describe('a request', () => {
  it('is sent with its method in capitals, and gives all of the body', async () => {
    const { status, body } = await ask('/echo', { method: 'patch', body: 'text' });
    expect([status, JSON.parse(new TextDecoder().decode(body))]).toMatchObject([
      200,
      { method: 'PATCH', body: 'text' },
    ]);
    expect((await ask('/huge')).body.byteLength).toBe(20_000_000);
  });

  it('follows where it is led, unless it may not', async () => {
    expect((await ask('/moved')).url).toBe(`${site.address}/cors/json`);
    await expect(ask('/moved', { redirect: 'error' })).rejects.toThrow();
    expect(site.asked.filter((one) => one === 'GET /cors/json')).toHaveLength(1);
  });

  it.each(['/announces', '/endless'])('is given up when the answer is too large: %s', async (place) => {
    expect(await failureOf(ask(place))).toMatchObject({
      code: 'limit',
      message: 'The answer is larger than 256 MB.',
    });
  });

  it('with a password in its address is refused before it is sent', async () => {
    const url = site.address.replace('http://', 'http://ada:secret@');
    expect(await failureOf(ask('', { url }))).toMatchObject({ code: 'input' });
    expect(site.asked).toEqual([]);
  });
});
