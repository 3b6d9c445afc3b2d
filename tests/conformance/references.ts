/** What references, templates and config variables stand for (format.md 1.6, 1.8). */
import { configVar, object, reference, template, value } from '../support/build.ts';
import { copy, give } from '../support/flows.ts';
import { gives, json, of, type ConformanceCase } from './case.ts';

const order = json({ id: 7, tags: ['a', 'b'], owner: { '.tag': 'person', 'full name': 'Ada' } });

const paths: readonly [sentence: string, path: string, result: unknown][] = [
  ['A reference reaches into a body', 'trigger.results.body.data.id', 7],
  ['A number after a dot is a place in a list', 'trigger.results.body.data.tags.1', 'b'],
  ['A number in brackets is a place in a list', 'trigger.results.body.data.tags[0]', 'a'],
  ['Brackets with quotes hold keys with dots', 'trigger.results.body.data.owner[".tag"]', 'person'],
  ['Keys with spaces stand as they are', 'trigger.results.body.data.owner.full name', 'Ada'],
  ['A path that leads nowhere is nothing', 'trigger.results.body.data.none.at.all', null],
  ['A step that does not exist is nothing', 'nobody.results', null],
  ['What every object inherits is not reached', 'trigger.results.body.data.constructor', null],
  ['Header names have no case', 'trigger.results.headers.x-TOPIC', 'orders'],
  ['Query parameters are reached by name', 'trigger.results.queryParameters.page', '2'],
  [
    'The addresses of webhooks are reached by the name of their flow',
    'trigger.results.webhookUrls.Flow',
    'https://hooks.example/Flow',
  ],
  ['The execution knows its id', 'trigger.results.executionId', 'execution-1'],
  ['The trigger knows its flow', 'trigger.results.flow.name', 'Flow'],
  [
    'The raw body stays text',
    'trigger.results.rawBody.data',
    '{"id":7,"tags":["a","b"],"owner":{".tag":"person","full name":"Ada"}}',
  ],
];

export const references: readonly ConformanceCase[] = [
  ...paths.map(([sentence, path, result]) =>
    of(sentence, [copy('Copy', path)], gives(result), {
      payload: { ...order.payload, headers: { 'X-Topic': 'orders' }, queryParameters: { page: '2' } },
    }),
  ),
  of(
    'Names of steps are normalised word by word',
    [give("Get Thread's Last ID", 1), copy('Copy', 'getThreadSLastId.results')],
    gives(1),
  ),
  of(
    'A template puts values into text',
    [object('O', { t: template('No. {{$trigger.results.body.data.id}}!') })],
    gives({ t: 'No. 7!' }),
    order,
  ),
  of(
    'A template prints objects as JSON and nothing as nothing',
    [object('O', { t: template('{{$trigger.results.body.data.tags}}{{$trigger.results.none}}') })],
    gives({ t: '["a","b"]' }),
    order,
  ),
  of(
    'A template that becomes longer than 64 million characters fails its step',
    [give('Large', 'x'.repeat(64_001)), object('O', { t: template('{{$large.results}}'.repeat(1_000)) })],
    { status: 'failed', failure: { code: 'limit', step: 'O' } },
  ),
  of(
    'A value that looks like a template stays as it is',
    [object('O', { t: value('{{ name }}') })],
    gives({ t: '{{ name }}' }),
  ),
  of(
    'A config variable reaches inputs and templates',
    [object('O', { a: configVar('My limit'), b: template('max {{#My limit}}') })],
    gives({ a: '10', b: 'max 10' }),
    { config: { 'My limit': '10' } },
  ),
  of(
    'A config variable that does not exist fails the step that asks for it',
    [object('O', { a: configVar('Gone') })],
    { status: 'failed', failure: { code: 'input', step: 'O' } },
  ),
  of('A config variable that is not chosen is nothing', [object('O', { a: configVar('') })], gives({})),
  of(
    'Rows of keys and values become an object, also with a key like __proto__',
    [object('O', { ['__proto__']: value(1), b: reference('o.results') })],
    gives(JSON.parse('{"__proto__":1}')),
  ),
  of(
    'A reference that two steps could answer fails',
    [give('Make it', 1), give('make-it', 2), copy('Copy', 'makeIt.results')],
    { status: 'failed', failure: { code: 'reference', step: 'Copy' } },
  ),
  of('Two steps of one name do not run at all', [give('Same', 1), give('Same', 2)], {
    status: 'failed',
    failure: { code: 'input', step: 'Same' },
    journal: [],
  }),
];
