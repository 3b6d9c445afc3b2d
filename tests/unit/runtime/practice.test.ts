import { expect, it } from 'vitest';
import type { HttpRequest } from '#lib/connectors/define.ts';
import { withPractice } from '#lib/runtime/practice.ts';

const { signal } = new AbortController();
const ask = (path: string): HttpRequest => ({
  url: `https://practice.sluice.example${path}`,
  method: 'GET',
  headers: {},
});
const never = () => Promise.reject(new Error('Nothing leaves.'));

it('the practice service is too busy twice, for each execution anew', async () => {
  for (const fetch of [withPractice(never), withPractice(never)]) {
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await fetch(ask('/shaky'), signal)).status);
    expect(statuses).toEqual([503, 503, 200, 200]);
  }
});

it('has nothing elsewhere', async () => {
  const { status, body } = await withPractice(never)(ask('/nothing'), signal);
  expect([status, new TextDecoder().decode(body)]).toEqual([
    404,
    '{"error":"There is nothing at /nothing."}',
  ]);
});

it('is no other service', async () => {
  const url = 'https://practice.sluice.example.evil/shaky';
  await expect(withPractice(never)({ ...ask(''), url }, signal)).rejects.toThrow('Nothing leaves.');
});
