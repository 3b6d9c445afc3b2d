/** What happens when a step fails (format.md 1.5, 1.10). */
import { branch, configVar, loop, reference, step, value } from '../support/build.ts';
import { copy, fail, get, give, handling, ignoring, retrying, say, when } from '../support/flows.ts';
import { gives, of, type ConformanceCase } from './case.ts';

const url = 'https://api.example/thing';
const ask = get('Ask', value(url));
const twiceBusy = {
  replies: [
    { url, status: 503 },
    { url, status: 503 },
    { url, status: 200, body: '{"ok":true}' },
  ],
};
const alwaysBusy = { replies: [{ url, status: 503 }] };
const three = [`GET ${url}`, `GET ${url}`, `GET ${url}`];

export const failures: readonly ConformanceCase[] = [
  of('A step that fails ends the run there', [fail(), give('Never', 1)], {
    status: 'failed',
    failure: { code: 'input', step: 'Fail' },
    journal: [
      ['Trigger', 'succeeded'],
      ['Fail', 'failed'],
    ],
  }),
  of(
    'A handler that says fail is as none',
    [handling(fail(), { errorHandlerType: 'fail', maxAttempts: 3 }), give('Never', 1)],
    {
      status: 'failed',
      waits: [],
      journal: [
        ['Trigger', 'succeeded'],
        ['Fail', 'failed'],
      ],
    },
  ),
  of('An ignored failure lets the flow go on', [ignoring(fail()), give('After', 1)], {
    status: 'succeeded',
    result: 1,
    warnings: 1,
    journal: [
      ['Trigger', 'succeeded'],
      ['Fail', 'warning'],
      ['After', 'succeeded'],
    ],
  }),
  of(
    'An ignored failure has an error in its result',
    [
      ignoring(fail()),
      branch('Failed?', [{ lane: 'Yes', when: when('exists', reference('fail.results.error')), steps: [] }]),
    ],
    { status: 'succeeded', result: 'Yes' },
  ),
  of(
    'A step that did not fail has no error in its result',
    [
      ignoring(give('Fine', { a: 1 })),
      branch('Failed?', [{ lane: 'Yes', when: when('exists', reference('fine.results.error')), steps: [] }]),
    ],
    gives('Else'),
  ),
  of(
    'An ignored failure says what failed',
    [ignoring(ask), copy('Why', 'ask.results.error.code')],
    gives('remote'),
    alwaysBusy,
  ),
  of(
    'A step is tried again until it succeeds',
    [retrying(ask, 3, 10)],
    { status: 'succeeded', result: { ok: true }, waits: [10_000, 10_000], requests: three, warnings: 0 },
    twiceBusy,
  ),
  of(
    'A step is tried again as often as it says, then fails',
    [retrying(ask, 2, 10)],
    { status: 'failed', failure: { code: 'remote', step: 'Ask' }, waits: [10_000, 10_000], requests: three },
    alwaysBusy,
  ),
  of(
    'Waits between tries double when it backs off',
    [retrying(ask, 4, 5, { usesExponentialBackoff: true })],
    { status: 'failed', waits: [5_000, 10_000, 20_000, 40_000] },
    alwaysBusy,
  ),
  of(
    'The last failure of a step that was tried again may be ignored',
    [retrying(ask, 1, 1, { ignoreFinalError: true }), give('After', 1)],
    {
      status: 'succeeded',
      result: 1,
      warnings: 1,
      waits: [1_000],
      journal: [
        ['Trigger', 'succeeded'],
        ['Ask', 'warning'],
        ['After', 'succeeded'],
      ],
    },
    alwaysBusy,
  ),
  of(
    'A step that succeeds at once is not tried again',
    [retrying(ask, 5, 10)],
    { status: 'succeeded', waits: [], requests: [`GET ${url}`] },
    { replies: [{ url, status: 200, body: '{}' }] },
  ),
  of(
    'More than five retries are five',
    [retrying(ask, 50, 0)],
    { status: 'failed', waits: [0, 0, 0, 0, 0] },
    alwaysBusy,
  ),
  of(
    'More than sixty seconds of delay are sixty',
    [retrying(ask, 1, 1000)],
    { status: 'failed', waits: [60_000] },
    alwaysBusy,
  ),
  of(
    'A retry with no attempts left fails at once',
    [retrying(ask, 0, 10)],
    { status: 'failed', waits: [], requests: [`GET ${url}`] },
    alwaysBusy,
  ),
  of(
    'A loop whose failure is ignored is left at the failing turn',
    [ignoring(loop('L', value([1, 2]), fail('Bad'))), copy('Why', 'l.results.error.code')],
    {
      status: 'succeeded',
      result: 'input',
      warnings: 1,
      journal: [
        ['Trigger', 'succeeded'],
        ['L/[0]/Bad', 'failed'],
        ['L', 'warning'],
        ['Why', 'succeeded'],
      ],
    },
  ),
  of('A connector that is not here fails the step with its name', [step('Query', 'acme/query')], {
    status: 'failed',
    failure: { code: 'unsupported', step: 'Query', message: 'Connector “acme” is not installed.' },
  }),
  of(
    'A connector that is not here may be ignored, and is not tried again',
    [retrying(step('Query', 'acme/query'), 3, 10, { ignoreFinalError: true }), say('After', 'on')],
    { status: 'succeeded', waits: [], log: ['info on'], warnings: 1 },
  ),
  of('An action that is not here is named', [step('Odd', 'log/shout')], {
    status: 'failed',
    failure: { code: 'unsupported', message: 'Connector “log” has no action “shout”.' },
  }),
  of('Keys of actions have no case', [step('Say', 'log/WRITELOG', { message: value('x') })], {
    status: 'succeeded',
    log: ['info x'],
  }),
  of(
    'A required input may be a config variable that is empty',
    [step('Say', 'log/writeLog', { message: configVar('Greeting') })],
    { status: 'succeeded', log: ['info '] },
    { config: { Greeting: '' } },
  ),
  of('A required input that is empty fails and is named', [step('Say', 'log/writeLog')], {
    status: 'failed',
    failure: { code: 'input', step: 'Say', message: 'The input “Message” of “Say” is empty.' },
  }),
];
