import { describe, expect, it } from 'vitest';
import { read } from '#lib/yaml/read.ts';
import { runSluice } from './runSluice.ts';

const orders = `definitionVersion: 7
name: Orders
requiredConfigVars:
  - { key: Shop, dataType: string, defaultValue: 'https://shop.example' }
configPages:
  - { name: Configuration, elements: [{ type: configVar, value: Shop }] }
flows:
  - name: Incoming
    steps:
      - name: Trigger
        isTrigger: true
        action: { key: webhook, component: { key: webhook-triggers, version: LATEST, isPublic: true } }
      - name: Get order
        action: { key: httpGet, component: { key: http, version: LATEST, isPublic: true } }
        inputs:
          url: { type: template, value: '{{#Shop}}/orders/{{$trigger.results.body.data.id}}' }
      - name: Sum up
        action: { key: runCode, component: { key: code, version: LATEST, isPublic: true } }
        inputs:
          code: { type: value, value: "module.exports = async (context, { getOrder }) => ({ data: getOrder.results.sum });" }
      - name: Say so
        action: { key: writeLog, component: { key: log, version: LATEST, isPublic: true } }
        inputs:
          message: { type: reference, value: getOrder.results.id }
`;

const older = `name: Older
isSynchronous: false
trigger: { name: Trigger, description: '', schedule: null }
steps:
  - name: Say so
    action: { key: writeLog, componentKey: log }
    inputs:
      message: { type: reference, value: trigger.results.body.data }
`;

const broken = orders.replace('getOrder.results.id }', 'nowhere.results.id }');

const outdented = orders.replace('    steps:', ' steps:');

describe('validate', () => {
  it('says nothing of a file that is right', async () => {
    expect(await runSluice(['validate', 'orders.yml'], { 'orders.yml': orders })).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
  });

  it('places a problem of the text by file, line and column', async () => {
    const { code, out } = await runSluice(['validate', 'a.yml'], { 'a.yml': outdented });
    expect(code).toBe(1);
    expect(out).toMatch(/^a\.yml:9:\d+ syntax .+\.$/m);
  });

  it('finds what only the whole document shows, where it stands', async () => {
    const { code, out } = await runSluice(['validate', 'a.yml'], { 'a.yml': broken });
    const line = broken.split('\n').findIndex((text) => text.includes('nowhere')) + 1;
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^a\\.yml:${line}:\\d+ \\w+ .*nowhere.*\\.\n$`));
  });

  it('looks at every file, and says with its exit code what is the worst', async () => {
    const files = { 'a.yml': orders, 'b.yml': broken };
    expect(await runSluice(['validate', 'a.yml', 'b.yml'], files)).toMatchObject({ code: 1 });
    const { code, out, err } = await runSluice(['validate', 'none.yml', 'b.yml'], files);
    expect(code).toBe(2);
    expect(out).toMatch(/^b\.yml:/);
    expect(err).toBe('The file none.yml cannot be read: it does not exist.\n');
  });

  it('gives a list as JSON, an empty one too', async () => {
    const { out } = await runSluice(['validate', '--json', 'a.yml', '-'], { 'a.yml': orders, '-': broken });
    expect(JSON.parse(out)).toMatchObject([{ file: '-', severity: 'error', line: expect.any(Number) }]);
    expect(JSON.parse((await runSluice(['validate', 'a.yml', '--json'], { 'a.yml': orders })).out)).toEqual(
      [],
    );
  });

  it('ends with 0 when there are only warnings', async () => {
    const odd = orders.replace('type: reference,', 'type: someday,');
    const { code, out } = await runSluice(['validate', 'a.yml'], { 'a.yml': odd });
    expect({ code, lines: out.split('\n').length }).toEqual({ code: 0, lines: 2 });
  });

  it('says things in the order of the file, whatever found them', async () => {
    const odd = broken.replace('{{#Shop}}', '{{#Store}}').replace('type: reference,', 'type: someday,');
    const { out } = await runSluice(['validate', 'a.yml'], { 'a.yml': odd });
    expect(out).toMatch(/ unknownConfigVar /);
    expect(out).toMatch(/ type .*\n$/);
    const lines = Array.from(out.matchAll(/^a\.yml:(\d+)/gm), ([, line]) => Number(line));
    expect(lines).toEqual(lines.toSorted((left, right) => left - right));
  });

  it('keeps to itself what is only worth knowing', async () => {
    const outbox = orders.replace('key: writeLog', 'key: sendMessage').replace('key: log', 'key: outbox');
    expect(await runSluice(['validate', 'a.yml'], { 'a.yml': outbox })).toMatchObject({ code: 0, out: '' });
  });

  it('keeps a problem on its line and its control characters out of the terminal', async () => {
    const sly = broken.replace('name: Say so', 'name: "Say\\e[2Jso"');
    const { out } = await runSluice(['validate', 'a.yml'], { 'a.yml': sly });
    expect(out).not.toContain('\u001b');
    expect(out.trimEnd()).not.toContain('\n');
  });

  it('reads files in UTF-16', async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${broken}`, 'utf16le'));
    const { code, out } = await runSluice(['validate', 'a.yml'], { 'a.yml': bytes });
    expect({ code, lines: out.split('\n').length }).toEqual({ code: 1, lines: 2 });
  });
});

describe('format', () => {
  it('prints a form that it would not change again', async () => {
    const first = await runSluice(['format', 'a.yml'], { 'a.yml': orders });
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).not.toBe(orders);
    expect((await runSluice(['format', '-'], { '-': first.out })).out).toBe(first.out);
  });

  it('writes in place when asked, and prints nothing then', async () => {
    const { out } = await runSluice(['format', 'a.yml'], { 'a.yml': orders });
    expect(await runSluice(['format', '-i', 'a.yml'], { 'a.yml': orders })).toMatchObject({
      code: 0,
      out: '',
      files: { 'a.yml': out },
    });
  });

  it('prints nothing of a file that is no integration, and says why not', async () => {
    const { code, out, err } = await runSluice(['format', 'a.yml'], { 'a.yml': outdented });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^a\.yml:9:\d+ syntax .+\.\n(.*\n)*The file a\.yml cannot be read as an integration\.\n$/,
    );
  });

  it('does not write to standard input', async () => {
    expect(await runSluice(['format', '--write', '-'], { '-': orders })).toMatchObject({ code: 2, out: '' });
  });
});

describe('upgrade', () => {
  it('prints version 7 and lists each change with its place', async () => {
    const { code, out, err } = await runSluice(['upgrade', 'a.yml'], { 'a.yml': older });
    expect(code).toBe(0);
    expect(read(out)).toMatchObject({ problems: [], changes: [], integration: { flows: [{ steps: [{}] }] } });
    expect(err.trimEnd().split('\n').length).toBeGreaterThan(1);
    for (const line of err.trimEnd().split('\n')) expect(line).toMatch(/^a\.yml:\d+:\d+ .+\.$/);
  });

  it('gives the text and the changes as JSON', async () => {
    const { out } = await runSluice(['upgrade', 'a.yml'], { 'a.yml': older });
    const json = await runSluice(['upgrade', 'a.yml', '--json'], { 'a.yml': older });
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({ text: out, changes: expect.any(Array) });
  });

  it('does not choose between JSON and the file', async () => {
    const ran = await runSluice(['upgrade', 'a.yml', '--json', '-i'], { 'a.yml': older });
    expect(ran).toMatchObject({ code: 2, out: '', files: { 'a.yml': older } });
  });

  it('says so when there is nothing to upgrade', async () => {
    const { code, out, err } = await runSluice(['upgrade', 'a.yml'], { 'a.yml': orders });
    expect({ code, err }).toEqual({ code: 0, err: 'The file a.yml is of version 7 already.\n' });
    expect(out).toBe((await runSluice(['format', 'a.yml'], { 'a.yml': orders })).out);
  });
});

describe('diff', () => {
  it('says nothing and ends with 0 when only the form differs', async () => {
    const { out } = await runSluice(['format', 'a.yml'], { 'a.yml': orders });
    expect(await runSluice(['diff', 'a.yml', 'b.yml'], { 'a.yml': orders, 'b.yml': out })).toMatchObject({
      code: 0,
      out: '',
    });
  });

  it('says what changed, a line each, and ends with 1', async () => {
    const { code, out } = await runSluice(['diff', 'a.yml', 'b.yml'], { 'a.yml': orders, 'b.yml': broken });
    expect(code).toBe(1);
    expect(out).toContain('Say so');
  });

  it('gives a list as JSON', async () => {
    const { code, out } = await runSluice(['diff', '--json', 'a.yml', '-'], { 'a.yml': orders, '-': broken });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ kind: 'changed', place: { step: 'Say so' } }]);
  });

  it('ends with 2 when a file is no integration', async () => {
    const files = { 'a.yml': orders, 'b.yml': outdented };
    expect(await runSluice(['diff', 'a.yml', 'b.yml'], files)).toMatchObject({ code: 2, out: '' });
  });
});

describe('edit', () => {
  it('renames a step with every reference to it, and points at the code it leaves alone', async () => {
    const words = ['edit', 'a.yml', '--rename-step', 'Incoming', 'Get order', 'Fetch it'];
    const { code, out, err } = await runSluice(words, { 'a.yml': orders });
    expect(code).toBe(0);
    expect(out).toContain('name: Fetch it');
    expect(out).toContain('fetchIt.results.id');
    expect(err).toMatch(/^Incoming › Sum up, code line 1: .*getOrder/);
  });

  it('renames flows and config variables, several in one go', async () => {
    const words = [
      'edit',
      '--rename-flow',
      'Incoming',
      'New ones',
      '--rename-config',
      'Shop',
      'Store',
      'a.yml',
    ];
    const { code, out } = await runSluice(words, { 'a.yml': orders });
    expect(code).toBe(0);
    expect(out).toContain('name: New ones');
    expect(out).toContain('{{#Store}}/orders');
    expect(out).toContain('value: Store');
  });

  it('applies renames in the order they are given', async () => {
    const words = ['edit', 'a.yml', '--rename-config', 'Shop', 'A', '--rename-config', 'A', 'B'];
    expect((await runSluice(words, { 'a.yml': orders })).out).toContain('{{#B}}/orders');
  });

  it('writes in place when asked', async () => {
    const words = ['edit', 'a.yml', '--rename-flow', 'Incoming', 'New ones', '--write'];
    const { out, files } = await runSluice(words, { 'a.yml': orders });
    expect(out).toBe('');
    expect(files['a.yml']).toContain('name: New ones');
  });

  it.each([
    [['--rename-step', 'Nowhere', 'Get order', 'X'], 'There is no flow “Nowhere”.'],
    [['--rename-step', 'Incoming', 'Nothing', 'X'], 'Flow “Incoming” has no step “Nothing”.'],
    [['--rename-step', 'Incoming', 'Get order', 'Say so'], 'Flow “Incoming” already has a step “Say so”.'],
    [['--rename-step', 'Incoming', 'Get order', ''], 'The new name cannot be empty.'],
    [['--rename-flow', 'Nowhere', 'X'], 'The integration has no flow “Nowhere”.'],
    [['--rename-config', 'Nothing', 'X'], 'The integration has no config variable “Nothing”.'],
  ])('ends %j with 2 and a sentence, and writes nothing', async (words, sentence) => {
    const ran = await runSluice(['edit', 'a.yml', '-i', ...words], { 'a.yml': orders });
    expect(ran).toMatchObject({ code: 2, out: '', err: `${sentence}\n`, files: { 'a.yml': orders } });
  });
});

describe('audit', () => {
  it('says as text which hosts are called, which code is held, and what starts it', async () => {
    const { code, out } = await runSluice(['audit', 'a.yml'], { 'a.yml': orders });
    expect(code).toBe(0);
    expect(out).toContain('shop.example');
    expect(out).toContain('Incoming › Sum up, code: 1 line, module.exports');
    expect(out).toContain('webhook-triggers/webhook');
  });

  it('gives the whole report as JSON', async () => {
    const { code, out } = await runSluice(['audit', 'a.yml', '--json'], { 'a.yml': orders });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      hosts: [{ host: 'shop.example', source: 'byConfig' }],
      code: [{ step: 'Sum up' }],
      triggers: [{ flow: 'Incoming', kind: 'webhook' }],
    });
  });
});
