import { describe, expect, it } from 'vitest';
import { freeName, referenceName } from '#lib/model/name.ts';
import { pathKey, placeKey } from '#lib/model/path.ts';
import { parsePath, valueAt } from '#lib/model/reference.ts';
import { templateParts } from '#lib/model/template.ts';

describe('a step’s name in references (format.md 1.6.4)', () => {
  it.each([
    ['Get Thread’s Last Response ID', 'getThreadSLastResponseId'],
    ['Receive GitHub Events Trigger', 'receiveGithubEventsTrigger'],
    ['Add # of Jira issues + STARTAT value', 'addOfJiraIssuesStartatValue'],
    ['Create Push Notification (Watch Request)', 'createPushNotificationWatchRequest'],
    ['Deserialize URL-encoded Form Data', 'deserializeUrlEncodedFormData'],
    ['Add 1 to current page value', 'add1ToCurrentPageValue'],
    ['build_destination_paths', 'buildDestinationPaths'],
    ['Fetch 🚀 rocket launches', 'fetchRocketLaunches'],
    ['Find & Replace', 'findReplace'],
    ['', ''],
  ])('%s is %s', (name, expected) => expect(referenceName(name)).toBe(expected));

  it('numbers a copy like the designer of the format', () => {
    expect(freeName('Loop', new Set())).toBe('Loop');
    expect(freeName('Loop', new Set(['Loop', 'Loop 2']))).toBe('Loop 3');
  });
});

describe('a reference path (format.md 1.6.1)', () => {
  it.each([
    ['createTopic.results.name', ['createTopic', 'results', 'name']],
    ['loop.results.0', ['loop', 'results', '0']],
    ['step.results.data[0].Id', ['step', 'results', 'data', '0', 'Id']],
    ['l.currentItem[".tag"]', ['l', 'currentItem', '.tag']],
    ['t.results.webhookUrls.Inbox Change Receiver', ['t', 'results', 'webhookUrls', 'Inbox Change Receiver']],
    ['t.results.a["x.y"]["say \\"hi\\""].b', ['t', 'results', 'a', 'x.y', 'say "hi"', 'b']],
  ])('%s has its parts', (path, parts) => {
    expect(parsePath(path)).toEqual(parts);
  });

  it('finds what is there, and nothing where it is not', () => {
    const data = { a: [{ b: null }], text: 'abc' };
    expect(valueAt(data, ['a', '0', 'b'])).toBeNull();
    expect(valueAt(data, ['a', '0', 'b', 'c'])).toBeUndefined();
    expect(valueAt(data, ['a', 'length'])).toBe(1);
    expect(valueAt(data, ['missing', 'deeper'])).toBeUndefined();
  });

  it('never reaches prototypes', () => {
    for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(valueAt({}, [key])).toBeUndefined();
    expect(valueAt([], ['map'])).toBeUndefined();
    expect(valueAt('text', ['at'])).toBeUndefined();
  });

  it('finds headers without regard to case, and only headers', () => {
    const data = { headers: { 'X-Shopify-Topic': 'orders' }, body: { Name: 1 } };
    expect(valueAt(data, ['headers', 'x-shopify-topic'])).toBe('orders');
    expect(valueAt(data, ['body', 'name'])).toBeUndefined();
  });
});

describe('a template (format.md 1.6.2)', () => {
  it('is text, references and config variables in order', () => {
    expect(templateParts('A {{$s.results.x}} and {{#My var}}.')).toEqual([
      { kind: 'text', text: 'A ' },
      { kind: 'reference', path: 's.results.x' },
      { kind: 'text', text: ' and ' },
      { kind: 'configVar', key: 'My var' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('leaves Liquid and broken placeholders alone', () => {
    const text = '{{ name }} {{$}} {{$open';
    expect(templateParts(text)).toEqual([{ kind: 'text', text }]);
    expect(templateParts('')).toEqual([]);
  });
});

describe('a path key', () => {
  it('is equal only for equal paths', () => {
    const paths = [
      ['a', 1, 'b'],
      ['a', '[1]', 'b'],
      ['a/[1]/b'],
      ['a', 1, 'b/c'],
      ['a%2f', 'b'],
      ['a/', 'b'],
    ];
    expect(new Set(paths.map(pathKey)).size).toBe(paths.length);
  });

  it('without iterations is the place in the flow', () => {
    expect(placeKey(['Loop', 3, 'Step'])).toBe(placeKey(['Loop', 7, 'Step']));
  });
});
