/** HTTP requests in their first form (format.md 2.2). */
import { complex, reference, value } from '../support/build.ts';
import { copy, get, post } from '../support/flows.ts';
import { gives, json, of, type ConformanceCase } from './case.ts';

const url = 'https://api.example/things';
const answers = (status: number, body = '', headers: Record<string, string> = {}) => ({
  replies: [{ url, status, body, headers }],
});

export const http: readonly ConformanceCase[] = [
  of(
    'A GET gives the body as JSON',
    [get('Get', value(url))],
    { ...gives([1]), requests: [`GET ${url}`] },
    answers(200, '[1]'),
  ),
  of('A body that is no JSON stays text', [get('Get', value(url))], gives('plain'), answers(200, 'plain')),
  of(
    'A body can be asked for as text',
    [get('Get', value(url), { responseType: value('text') })],
    gives('[1]'),
    answers(200, '[1]'),
  ),
  of(
    'Query parameters are added to the address',
    [
      get('Get', value('https://api.example/things'), {
        queryParams: complex({ ...value('a b'), name: 'q' }),
      }),
    ],
    { status: 'succeeded', requests: [`GET ${url}?q=a+b`] },
    { replies: [{ url: `${url}?q=a+b`, status: 200 }] },
  ),
  of(
    'A full response has status and headers',
    [get('Get', value(url), { includeFullResponse: value('true') })],
    gives({ data: { a: 1 }, status: 201, headers: { 'x-id': '5' } }),
    answers(201, '{"a":1}', { 'x-id': '5' }),
  ),
  of(
    'A POST sends text exactly as it is',
    [post('Post', value(url), value('{"exampleData":  "exampleValue"}'))],
    { ...gives({ ok: 1 }), requests: [`POST ${url} {"exampleData":  "exampleValue"}`] },
    answers(200, '{"ok":1}'),
  ),
  of(
    'A POST sends an object as JSON',
    [post('Post', value(url), reference('trigger.results.body.data'))],
    { status: 'succeeded', requests: [`POST ${url} {"id":7}`] },
    { ...answers(200), ...json({ id: 7 }) },
  ),
  of(
    'A POST may have no body',
    [post('Post', value(url), reference('trigger.results.none'))],
    { status: 'succeeded', requests: [`POST ${url}`] },
    answers(200),
  ),
  of(
    'An answer with an error fails the step',
    [get('Get', value(url))],
    {
      status: 'failed',
      failure: {
        code: 'remote',
        step: 'Get',
        retry: false,
        message: `GET ${url} was answered with status 404.`,
      },
    },
    answers(404, 'not here'),
  ),
  of(
    'A server’s error may pass',
    [get('Get', value(url))],
    { status: 'failed', failure: { code: 'remote', retry: true } },
    answers(503),
  ),
  of(
    'A service that is not reached fails the step',
    [get('Get', value(url))],
    {
      status: 'failed',
      failure: { code: 'remote', retry: true, message: 'api.example could not be reached.' },
    },
    answers(0),
  ),
  of('An address that is none fails the step', [get('Get', value('not an address'))], {
    status: 'failed',
    failure: { code: 'input', step: 'Get' },
    requests: [],
  }),
  of('An address of another kind than http is refused', [get('Get', value('file:///etc/passwd'))], {
    status: 'failed',
    failure: { code: 'input' },
    requests: [],
  }),
  of(
    'An answer is used by the next step',
    [get('Get', value(url)), copy('Copy', 'get.results.id')],
    gives(7),
    answers(200, '{"id":7}'),
  ),
];
