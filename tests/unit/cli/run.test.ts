import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flow } from '#lib/model/integration.ts';
import { write } from '#lib/yaml/write.ts';
import type { RunReport } from '../../../src/cli/run/RunReport.ts';
import { flow, loop, reference, step, template, value } from '../../support/build.ts';
import {
  answering,
  code,
  copy,
  give,
  integration,
  named,
  persist,
  startedBy,
  times,
} from '../../support/flows.ts';
import { runSluice, type Ran } from './runSluice.ts';

/** A file of flows, and a config variable. */
function file(...flows: Flow[]): string {
  const shop = { key: 'Shop', dataType: 'string', defaultValue: 'https://shop.example' };
  return write({ ...integration(...flows), configVars: [{ ...shop, inputs: {} }] } as never);
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** `a.yml` is the file of the flows; values that are no text are written as JSON. */
async function run(
  flows: Flow | Flow[],
  words: string[] = [],
  files: Readonly<Record<string, unknown>> = {},
  stop?: AbortSignal,
): Promise<Ran> {
  const texts = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  ]);
  const all = { 'a.yml': file(...[flows].flat()), ...(Object.fromEntries(texts) as Files) };
  return await runSluice(['run', 'a.yml', ...words], all, stop);
}

async function report(...given: Parameters<typeof run>): Promise<RunReport> {
  const [flows, words = [], ...rest] = given;
  const { out, err } = await run(flows, [...words, '--json'], ...rest);
  if (out === '') throw new Error(err);
  return JSON.parse(out) as RunReport;
}

const get = (name: string, url: string) => step(name, 'http/httpGet', { url: template(url) });
const sleep = (ms: number) => step('Sleep', 'sleep/sleep', { ms: value(`${ms}`) });
const log = (name: string, message: string) => step(name, 'log/writeLog', { message: template(message) });
const invoke = (name: string, called: string) =>
  step(name, 'cross-flow/invokeFlow', {
    flowName: value(called),
    data: reference('trigger.results.body.data'),
  });
const called = (name: string, ...steps: Parameters<typeof flow>) =>
  named(name, startedBy(step('Called', 'cross-flow/crossFlow'), ...steps));
const failing = code('Fail', 'module.exports = () => {\n  throw new Error("no luck");\n};');

describe('run', () => {
  it('tells of every step with its place, status, attempts and output', async () => {
    const { code: exit, out } = await run(
      flow(loop('L', value([4, 5]), copy('Copy', 'l.currentItem')), log('Say', 'Got {{$l.results.1}}')),
      ['--json'],
    );
    expect(exit).toBe(0);
    const told = JSON.parse(out) as RunReport;
    expect(told).toMatchObject({
      flow: 'Flow',
      outcome: 'succeeded',
      result: null,
      warnings: 0,
      invoked: [],
    });
    expect(told.steps.map(({ path, status, attempts, output }) => [path, status, attempts, output])).toEqual([
      ['Trigger', 'succeeded', 1, expect.objectContaining({ executionId: told.executionId })],
      ['L/[0]/Copy', 'succeeded', 1, 4],
      ['L/[1]/Copy', 'succeeded', 1, 5],
      ['L', 'succeeded', 1, [4, 5]],
      ['Say', 'succeeded', 1, null],
    ]);
    expect(told.logs).toMatchObject([{ path: 'Say', level: 'info', message: 'Got 5' }]);
    expect(told.state).toEqual({ crossFlow: {}, integration: {}, instance: {} });
  });

  it('ends with 1 and the failure when the flow fails', async () => {
    const { code: exit, out, err } = await run(flow(failing), ['--json']);
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'failed',
      failure: { code: 'code', step: 'Fail', message: expect.stringContaining('no luck” (line 2') },
      steps: [{ path: 'Trigger' }, { path: 'Fail', status: 'failed', failure: { code: 'code' } }],
    });
  });

  it('counts attempts, and lets the waits between them pass at once with a fake clock', async () => {
    const errorConfig = { errorHandlerType: 'retry', maxAttempts: 3, delaySeconds: 60 };
    const { steps, ms } = await report(flow({ ...failing, errorConfig }), ['--clock', 'fake']);
    expect(steps).toMatchObject([{}, { path: 'Fail', attempts: 4 }]);
    expect(ms).toBeGreaterThanOrEqual(180_000);
  });

  it('writes bytes as base64 and what is not there as nothing', async () => {
    const { result } = await report(
      flow(code('Bytes', 'module.exports = () => ({ data: new Uint8Array([104, 105]) });')),
    );
    expect(result).toEqual({ base64: 'aGk=' });
  });
});

describe('the flow of a run', () => {
  const two = [named('One', flow(give('Give', 1))), named('Two', flow(give('Give', 2)))];

  it('is chosen by its name', async () => {
    expect(await report(two, ['--flow', 'Two'])).toMatchObject({ flow: 'Two', result: 2 });
  });

  it.each([
    [two, [], 'Say which flow with --flow: there are “One”, “Two”.'],
    [two, ['--flow', 'two'], 'There is no flow “two”: there are “One”, “Two”.'],
    [flow(), ['--flow', 'None'], 'There is no flow “None”: the only one is “Flow”.'],
  ])('is asked for when it is not clear (%#)', async (flows, words, sentence) => {
    expect(await run(flows, words)).toMatchObject({ code: 2, out: '', err: `${sentence}\n` });
  });
});

describe('the payload of a run', () => {
  const body = flow(copy('Copy', 'trigger.results.body'));
  const words = ['--payload', 'body'];

  it.each([
    ['JSON', '{"id": 7}', {}, { data: { id: 7 }, contentType: 'application/json' }],
    ['text', 'id: 7', {}, { data: 'id: 7', contentType: 'text/plain' }],
    ['nothing', '', {}, { data: '', contentType: 'application/json' }],
    [
      'a form, by its headers',
      'a=1&b=2',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      { data: 'a=1&b=2', contentType: 'application/x-www-form-urlencoded' },
    ],
  ])('is read as %s', async (_what, text, headers, result) => {
    expect((await report(body, [...words, '--headers', 'headers'], { body: text, headers })).result).toEqual(
      result,
    );
  });

  it('has its headers', async () => {
    const flows = flow(copy('Copy', 'trigger.results.headers.x-shop'));
    expect((await report(flows, ['--headers', 'h'], { h: { 'x-shop': 5 } })).result).toBe('5');
  });

  it('may come by standard input', async () => {
    expect(await report(body, ['--payload', '-'], { '-': '[1]' })).toMatchObject({ result: { data: [1] } });
  });
});

describe('the config of a run', () => {
  const shown = flow(log('Say', '{{#Shop}}'));

  it('takes the place of defaults', async () => {
    expect((await report(shown)).logs).toMatchObject([{ message: 'https://shop.example' }]);
    const { logs } = await report(shown, ['--config', 'c'], { c: { Shop: 'https://other.example' } });
    expect(logs).toMatchObject([{ message: 'https://other.example' }]);
  });

  it('may hold values that the file does not ask for, and says so', async () => {
    const { code: exit, err } = await run(shown, ['--config', 'c'], { c: { Shp: 1, constructor: 2 } });
    expect(exit).toBe(0);
    expect(err).toBe(
      'The file has no config variable “Shp”. Did you mean “Shop”?\nThe file has no config variable “constructor”.\n',
    );
  });
});

describe('mocks of a run', () => {
  const users = step('List users', 'shop/listUsers');
  const mocked = flow(times('N', 3, users));

  it('stand for an action, one output a call', async () => {
    const { result } = await report(mocked, ['--mock', 'm'], {
      m: { 'shop/listUsers': [{ a: 1 }, { a: 2 }] },
    });
    expect(result).toEqual([{ a: 1 }, { a: 2 }, { a: 2 }]);
  });

  it('stand for a step by its name', async () => {
    expect((await report(mocked, ['--mock', 'm'], { m: { 'List users': 5 } })).result).toEqual([5, 5, 5]);
  });

  it('are needed by what cannot run here', async () => {
    const { failure } = await report(mocked);
    expect(failure).toMatchObject({ code: 'unsupported', step: 'List users' });
  });

  it('that nothing asks for are said', async () => {
    const { err } = await run(mocked, ['--mock', 'm'], { m: { 'shop/listUsers': 1, 'List user': 2 } });
    expect(err).toBe('The file has no step or action “List user”. Did you mean “List users”?\n');
  });
});

describe('the network of a run', () => {
  let server: Server;
  let address = '';
  const seen: string[] = [];
  const stop = new AbortController();

  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (request.url === '/stop') stop.abort();
      if (request.url === '/base/moved') response.writeHead(302, { location: '/base/here' }).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  it('may have other places for some origins', async () => {
    const flows = flow(get('Get', '{{#Shop}}/orders?id=1'), get('Other', `${address}/direct`));
    const words = [
      '--route',
      `https://shop.example=${address}/base/`,
      '--route',
      `https://x.example=${address}`,
    ];
    const told = await report(flows, words);
    expect(told.result).toEqual({ ok: true });
    expect(seen.splice(0)).toEqual(['GET /base/orders?id=1', 'GET /direct']);
  });

  it('is the same for code, which is told the address it asked for', async () => {
    const source = `module.exports = async () => {
      const { url } = await fetch('https://shop.example/moved');
      return { data: url };
    };`;
    const words = ['--route', `https://shop.example=${address}/base`];
    expect((await report(flow(code('Ask', source)), words)).result).toBe('https://shop.example/here');
    expect(seen.splice(0)).toEqual(['GET /base/moved', 'GET /base/here']);
  });

  it('is left at once when the run is stopped, with all the flows it started', async () => {
    const flows = [
      flow(invoke('Call', 'Other'), sleep(600_000)),
      called('Other', get('Get', `${address}/stop`), sleep(600_000)),
    ];
    const { code: exit, out } = await run(flows, ['--flow', 'Flow', '--json'], {}, stop.signal);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'cancelled', invoked: [{ outcome: 'cancelled' }] });
  });

  it('fails a step when nobody answers', async () => {
    const words = ['--route', 'https://shop.example=http://127.0.0.1:1'];
    const { failure } = await report(flow(get('Get', '{{#Shop}}/')), words);
    expect(failure).toMatchObject({ code: 'remote', message: 'shop.example could not be reached.' });
  });
});

describe('flows that a run starts', () => {
  const other = called(
    'Other',
    copy('Echo', 'called.results.body.data'),
    persist('Save', 'saveCrossFlowValue', 'k', value(1)),
  );

  it('are told of with all they did, whether awaited or not', async () => {
    for (const waits of [true, false]) {
      const flows = [flow(invoke('Call', 'Other')), waits ? answering(other) : other];
      const told = await report(flows, ['--flow', 'Flow', '--payload', 'p'], { p: { a: 1 } });
      expect(told.invoked).toMatchObject([
        {
          flow: 'Other',
          calledBy: { executionId: told.executionId, path: 'Call', waits },
          outcome: 'succeeded',
          steps: [{ path: 'Called' }, { path: 'Echo', output: { a: 1 } }, { path: 'Save' }],
        },
      ]);
      expect(told.state.crossFlow).toEqual({ k: 1 });
      const executionId = told.invoked[0]?.executionId;
      expect(told.result).toEqual(waits ? { value: 1 } : { executionId });
    }
  });

  it('may be called by the address of their webhook', async () => {
    const ask = get('Ask', '{{$trigger.results.webhookUrls.Other}}/part?x=1');
    const asked = answering(named('Other', flow(copy('Query', 'trigger.results.queryParameters.x'))));
    const told = await report([flow(ask), asked], ['--flow', 'Flow']);
    expect(told).toMatchObject({ outcome: 'succeeded', result: '1', invoked: [{ flow: 'Other' }] });
  });

  it('may fail without the one that does not wait', async () => {
    const { code: exit, out } = await run(
      [flow(invoke('Call', 'Bad')), called('Bad', failing)],
      ['--flow', 'Flow', '--json'],
    );
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ invoked: [{ outcome: 'failed', failure: { step: 'Fail' } }] });
  });

  it('have ended when the fake clock lets a wait for them pass', async () => {
    const read = persist('Read', 'getCrossFlowValue', 'k');
    const slow = called('Other', sleep(500), persist('Save', 'saveCrossFlowValue', 'k', value(1)));
    const last = answering(called('Last', read));
    const first = flow(invoke('Call', 'Other'), sleep(1_000), invoke('Ask', 'Last'));
    const told = await report([first, slow, last], ['--flow', 'Flow', '--clock', 'fake']);
    expect(told.result).toBe(1);
  });

  it('do in their own time what is no wait, whatever the fake clock says', async () => {
    const work = code('Work', 'module.exports = () => new Promise((go) => setTimeout(go, 50));');
    const busy = called('Other', work, persist('Save', 'saveCrossFlowValue', 'k', value(1)));
    const last = answering(called('Last', persist('Read', 'getCrossFlowValue', 'k')));
    const first = flow(invoke('Call', 'Other'), sleep(1_000), invoke('Ask', 'Last'));
    const told = await report([first, busy, last], ['--flow', 'Flow', '--clock', 'fake']);
    expect(told.result).toBe(1);
  });

  it('may be many at once, and call themselves', async () => {
    const many = flow(times('N', 30, invoke('Call', 'Other')));
    const told = await report([many, called('Other', give('Give', 1))], ['--flow', 'Flow']);
    expect(told.invoked.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 30 }, () => 'succeeded'));
    const circle = answering(named('Flow', flow(invoke('Call', 'Flow'))));
    expect((await report(circle)).failure?.message).toMatch(/More than 10 flows wait for each other\.$/);
  });
});

describe('the state of a run', () => {
  const saving = named(
    'Save',
    flow(
      step('Save', 'persist-data/saveCrossFlowValue', {
        keyInput: value('k'),
        valueInput: reference('trigger.results.body.data'),
      }),
      persist('Own', 'saveInstanceValue', 'own', value(2)),
    ),
  );
  const reading = named('Read', flow(persist('Get', 'getCrossFlowValue', 'k')));
  const both = [saving, reading];

  it('is kept in a file from one run to the next', async () => {
    const first = await run(both, ['--flow', 'Save', '--payload', 'p', '--state', 's.json'], {
      p: '{"a":1}',
    });
    expect(first.code).toBe(0);
    const state = first.files['s.json'] ?? '';
    expect(JSON.parse(state)).toEqual({
      crossFlow: { k: { a: 1 } },
      integration: {},
      instance: { Save: { own: 2 } },
    });
    const told = await report(both, ['--flow', 'Read', '--state', 's.json'], { 's.json': state });
    expect(told.result).toEqual({ a: 1 });
    expect(told.state).toEqual(JSON.parse(state));
  });

  it('is kept also when the flow fails after it was changed', async () => {
    const flows = flow(persist('Save', 'saveCrossFlowValue', 'k', value(1)), failing);
    const { code: exit, files } = await run(flows, ['--state', 's.json']);
    expect(exit).toBe(1);
    expect(JSON.parse(files['s.json'] ?? '')).toMatchObject({ crossFlow: { k: 1 } });
  });

  it('is not kept without being asked for', async () => {
    expect(Object.keys((await run(both, ['--flow', 'Save'])).files)).toEqual(['a.yml']);
  });
});

describe('a seed', () => {
  const random = flow(code('Random', 'module.exports = () => ({ data: Math.random() });'));

  it('makes ids and random numbers the same in every run', async () => {
    const [first, again, other] = [
      await report(random, ['--seed', '5']),
      await report(random, ['--seed', '5']),
      await report(random, ['--seed', '6']),
    ];
    expect([again.executionId, again.result]).toEqual([first.executionId, first.result]);
    expect(other.executionId).not.toBe(first.executionId);
    expect(other.result).not.toBe(first.result);
  });
});

describe('run, for people', () => {
  it('says a line for each step, then the log, what was started, the state and how it ended', async () => {
    const flows = [
      flow(give('Give', { id: 3 }), log('Say', 'Got it'), invoke('Call', 'Other')),
      called('Other', persist('Save', 'saveCrossFlowValue', 'k', value(1))),
    ];
    const { out } = await run(flows, ['--flow', 'Flow']);
    expect(out).toMatch(/^Steps\n {2}Trigger +succeeded +\d+ ms {2}\{"headers"/);
    expect(out).toMatch(/^ {2}Give +succeeded +\d+ ms {2}\{"id":3\}$/m);
    expect(out).toMatch(/^Log\n {2}info {3}Say: Got it$/m);
    expect(out).toMatch(/^Flows started\n {2}Other, by Call: succeeded after 2 steps in \d+ ms$/m);
    expect(out).toMatch(/^State\n {2}cross-flow: \{"k":1\}$/m);
    expect(out).toMatch(/^Flow: succeeded after 4 steps in \d+ ms\n$/m);
  });

  it('says what failed, why, and what to do', async () => {
    const flows = flow(step('Unknown', 'shop/postMessage'));
    const { code: exit, out } = await run(flows);
    expect(exit).toBe(1);
    expect(out).toMatch(/^Failure\n {2}Unknown: .+ \(unsupported\)\n {2}The step is kept as it is; .+\.$/m);
    expect(out).toMatch(/^Flow: failed after 2 steps/m);
  });

  it('cuts what is long, and sends nothing of it to the terminal', async () => {
    const big = give('Give', { text: `\u001b[31m${'x'.repeat(5_000)}` });
    const { out } = await run(flow(big, times('N', 500, give('One', 1))));
    expect(out.length).toBeLessThan(40_000);
    expect(out).toContain('… and 303 more: see --json.');
    expect(out).not.toContain('\u001b');
    const told = await report(flow(big));
    expect((told.result as { text: string }).text).toHaveLength(5_005);
  });
});

describe('what run cannot do ends with 2 and one sentence', () => {
  const good = flow(give('Give', 1));

  it.each([
    [['--clock', 'real'], {}, 'The option --clock takes only “fake”.'],
    [['--seed', 'x'], {}, 'The option --seed needs a whole number.'],
    [['--flow', 'A', '--flow', 'B'], {}, 'The option --flow can be given only once.'],
    [['--payload', 'none'], {}, 'The file none cannot be read: it does not exist.'],
    [['--payload', 'p'], { p: new Uint8Array([255]) }, 'The file p is not text in UTF-8.'],
    [['--config', 'c'], { c: '[]' }, 'The file c does not hold a JSON object.'],
    [['--config', 'c'], { c: '{' }, /^The file c is not JSON: .+\.\n$/],
    [['--headers', 'h'], { h: '{"a":{}}' }, 'The header “a” needs a text.'],
    [['--mock', 'm'], { m: 'null' }, 'The file m does not hold a JSON object.'],
    [
      ['--state', 's'],
      { s: '{"instance":{"a":1}}' },
      'The file s does not hold the state of an integration.',
    ],
    [['--state', '-'], {}, 'State cannot be kept in standard input.'],
    [['--payload', '-', '--config', '-'], {}, 'Standard input can be given only once.'],
    [['--route', 'nonsense'], {}, /^The option --route needs two addresses, as in .+\.\n$/],
    [['--route', 'https://a.example/x=http://b.example'], {}, /^The option --route takes whole origins: /],
    [['--nothing'], {}, 'There is no option --nothing.'],
  ] as const)('%j', async (words, files, sentence) => {
    const { code: exit, out, err } = await run(good, [...words], files);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    if (typeof sentence === 'string') expect(err).toBe(`${sentence}\n`);
    else expect(err).toMatch(sentence);
  });

  it('a file that is no integration, with its problems', async () => {
    const { code: exit, err } = await runSluice(['run', 'b.yml'], { 'b.yml': 'flows: [' });
    expect(exit).toBe(2);
    expect(err).toMatch(/^b\.yml:\d+:\d+ .+\n/);
    expect(err).toMatch(/The file b\.yml cannot be read as an integration\.\n$/);
  });

  it('a file without a flow', async () => {
    expect(await run([])).toMatchObject({ code: 2, out: '', err: 'The file has no flow.\n' });
  });
});
