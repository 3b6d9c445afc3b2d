/** What starts a flow, and what it hands on (format.md 1.7). */
import { step, value } from '../support/build.ts';
import { copy, give, lanes, startedBy, stop } from '../support/flows.ts';
import { gives, ofFlows, of, type ConformanceCase } from './case.ts';

const data = copy('Data', 'trigger.results.body.data');
const multipart = 'multipart/form-data; boundary=XX';
const parts = [
  '--XX\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\nworld\r\n',
  '--XX\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n--XX--\r\n',
].join('');

const passing = [
  'schedule-triggers/schedule',
  'management-triggers/instanceDeploy',
  'management-triggers/instanceRemove',
  'cross-flow/crossFlow',
];

const storage = step('Trigger', 'aws-s3/snsS3NotificationWebhook');
const branching = { 'aws-s3/snsS3NotificationWebhook': { Type: 'Subscribe' } };

export const triggers: readonly ConformanceCase[] = [
  of('A form post that looks like a number stays text', [data], gives('5'), {
    payload: { body: '5', contentType: 'application/x-www-form-urlencoded' },
  }),
  of('A body of JSON is read', [data], gives({ a: 1 }), { payload: { body: '{"a":1}' } }),
  of('A body of a request that is no JSON stays text', [data], gives('<a/>'), {
    payload: { body: '<a/>', contentType: 'application/xml' },
  }),
  of('A form post stays text', [data], gives('a=1&b=2'), {
    payload: { body: 'a=1&b=2', contentType: 'application/x-www-form-urlencoded' },
  }),
  of(
    'A body of parts has them by name',
    [copy('Note', 'trigger.results.body.data.note.data')],
    gives('hello\r\nworld'),
    { payload: { body: parts, contentType: multipart } },
  ),
  of(
    'A part that is a file has its type and its name',
    [copy('File', 'trigger.results.body.data.file')],
    gives({ data: '1,2', contentType: 'text/csv', fileName: 'a.csv' }),
    { payload: { body: parts, contentType: multipart } },
  ),
  of('A body that only says it has parts stays text', [data], gives('none'), {
    payload: { body: 'none', contentType: multipart },
  }),
  of(
    'The body says what type it has',
    [copy('Body', 'trigger.results.body')],
    gives({ data: '', contentType: 'text/plain' }),
    { payload: { contentType: 'text/plain' } },
  ),
  of(
    'The content type is a header as well',
    [copy('Type', 'trigger.results.headers.Content-Type')],
    gives('text/plain'),
    { payload: { contentType: 'text/plain' } },
  ),
  ...passing.map((action) =>
    ofFlows(
      `A flow started by ${action} hands on what it is started with`,
      [startedBy(step('Trigger', action), data)],
      gives([1]),
      { payload: { body: '[1]' } },
    ),
  ),
  ofFlows(
    'A flow without steps gives what it was started with',
    [startedBy(step('Trigger', 'webhook-triggers/webhook'))],
    { status: 'succeeded', journal: [['Trigger', 'succeeded']] },
  ),
  ofFlows(
    'A trigger with lanes runs the one it is pinned to, then what follows',
    [startedBy(lanes(storage, { Notification: [], Subscribe: [give('In lane', 1)] }), give('After', 2))],
    {
      ...gives(2),
      journal: [
        ['Trigger/In lane', 'succeeded'],
        ['After', 'succeeded'],
      ],
    },
    { start: { entries: [], pins: [{ place: ['Trigger'], output: {}, branch: 'Subscribe' }] } },
  ),
  ofFlows(
    'A lane of a trigger may stop the run',
    [startedBy(lanes(storage, { Notification: [], Subscribe: [stop()] }), give('Never', 2))],
    { status: 'succeeded', journal: [['Trigger/Stop', 'succeeded']] },
    { start: { entries: [], pins: [{ place: ['Trigger'], output: {}, branch: 'Subscribe' }] } },
  ),
  ofFlows(
    'A trigger that is mocked hands on its mock',
    [startedBy(storage, copy('Type', 'trigger.results.Type'))],
    gives('Subscribe'),
    { mocks: branching },
  ),
  ofFlows(
    'A mock of several outputs gives one a call',
    [
      startedBy(
        step('Trigger', 'webhook-triggers/webhook'),
        step('A', 'acme/list'),
        step('B', 'acme/list'),
        step('C', 'acme/list', { x: value(1) }),
      ),
    ],
    {
      ...gives(2),
      journal: [
        ['Trigger', 'succeeded'],
        ['A', 'succeeded', 1],
        ['B', 'succeeded', 2],
        ['C', 'succeeded', 2],
      ],
    },
    { mocks: { 'acme/list': [1, 2] } },
  ),
  ofFlows(
    'A mock by name goes before one by action',
    [startedBy(step('Trigger', 'webhook-triggers/webhook'), step('A', 'acme/list'))],
    gives('mine'),
    { mocks: { 'acme/list': 'all', A: 'mine' } },
  ),
];
