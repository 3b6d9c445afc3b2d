/** Requests of steps: when they are given up, and what may still go out (browser.md 4.1). */
import { describe, expect, it } from 'vitest';
import { defineAction, type ActionContext, type HttpRequest } from '#lib/connectors/define.ts';
import { defaultLimits } from '#lib/engine/limits.ts';
import { flow, step } from '../../support/build.ts';
import { runFlow, type FlowStart } from '../../support/runFlow.ts';

const asked = (url = 'https://api.example/'): HttpRequest => ({ url, method: 'GET', headers: {} });
const answer = { status: 200, headers: {}, body: new ArrayBuffer(0), url: '' };

/** A flow of one step that does this. */
async function perform(work: (context: ActionContext) => Promise<unknown>, ports: FlowStart) {
  const action = defineAction({
    label: 'Act',
    description: '',
    inputs: {},
    perform: async (_inputs, context) => ({ data: await work(context) }),
  });
  return await runFlow(flow(step('Act', 'test/act')), { findStep: () => action, ...ports });
}

/** Never answers; ends as browsers do, each with its own error. */
const silent = (name: string) => (_request: HttpRequest, signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('ended', name)));
  });

describe('a request', () => {
  it.each(['TimeoutError', 'AbortError'])(
    'that is not answered in time is a timeout, also as %s',
    async (name) => {
      const { outcome } = await perform(async ({ fetch }) => await fetch(asked(), 20), {
        fetch: silent(name),
      });
      expect(outcome.failure).toMatchObject({
        code: 'timeout',
        message: 'api.example did not answer within 0.02 seconds.',
        retry: true,
      });
    },
  );

  it.each(['/orders', 'api.example/orders', 'ftp://api.example/', 'data:text/plain,x'])(
    'to “%s” goes nowhere: a host would complete it, or answer it itself',
    async (url) => {
      const sent: string[] = [];
      const { outcome } = await perform(async ({ fetch }) => await fetch(asked(url)), {
        fetch: (request) => {
          sent.push(request.url);
          return Promise.resolve(answer);
        },
      });
      expect(outcome.failure).toMatchObject({ code: 'input' });
      expect(sent).toEqual([]);
    },
  );

  it('of a stopped run does not go out, but for one that takes back what was begun', async () => {
    const stop = new AbortController();
    const sent: [string, boolean][] = [];
    const { outcome } = await perform(
      async ({ fetch }) => {
        stop.abort();
        await fetch(asked('https://api.example/first')).catch(() => undefined);
        await fetch({ ...asked('https://api.example/back'), tidies: true });
      },
      {
        signal: stop.signal,
        fetch: (request, signal) => {
          sent.push([new URL(request.url).pathname, signal.aborted]);
          return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(answer);
        },
      },
    );
    expect(outcome.status).toBe('cancelled');
    expect(sent).toEqual([
      ['/first', true],
      ['/back', false],
    ]);
  });
});

describe('an output that is a file', () => {
  const file = { data: new ArrayBuffer(3_000), contentType: 'image/png' };
  const limits = { ...defaultLimits, outputBytes: 1_000, fileBytes: 4_000 };
  const giving = async (output: unknown) =>
    (await perform(() => Promise.resolve(output), { limits })).outcome.failure?.code;

  it('may be larger than data, and has a limit of its own', async () => {
    expect(await giving(file)).toBeUndefined();
    expect(await giving({ data: 'x'.repeat(3_000), contentType: 'text/plain' })).toBe('limit');
    expect(await giving({ ...file, data: new ArrayBuffer(5_000) })).toBe('limit');
  });
});
