/** What a worker of the user's code says is taken for hostile. */
import { describe, expect, it } from 'vitest';
import { readNews } from '#lib/runtime/sandbox/readNews.ts';

const request = { url: 'https://a.example', method: 'GET', headers: { a: '1' } };

describe('a message of the user’s code', () => {
  it.each([
    [{ kind: 'started' }],
    [{ kind: 'done', data: { a: 1 } }],
    [{ kind: 'threw', thrown: { name: 'Error', message: 'x', stack: '' } }],
    [{ kind: 'log', level: 'info', message: 'x' }],
    [{ kind: 'request', id: 1, request }],
    [{ kind: 'request', id: 1, request: { ...request, body: 'x' } }],
    [{ kind: 'invoke', id: 1, name: 'Flow', data: 5 }],
  ])('is read as it was agreed: %j', (message) => {
    expect(readNews(message)).toEqual(message);
  });

  it.each([
    [undefined],
    [null],
    ['done'],
    [[]],
    [{}],
    [{ kind: 'other' }],
    [{ kind: 'log', level: 'info', message: { length: 9e9 } }],
    [{ kind: 'log', level: 'fatal', message: 'x' }],
    [{ kind: 'request', id: '1', request }],
    [{ kind: 'request', id: 1, request: { ...request, url: {} } }],
    [{ kind: 'request', id: 1, request: { ...request, headers: null } }],
    [{ kind: 'request', id: 1, request: { ...request, body: { length: 1 } } }],
    [{ kind: 'invoke', id: 1, name: {}, data: 5 }],
  ])('of another shape is none: %j', (message) => {
    expect(readNews(message)).toBeUndefined();
  });

  it('says nothing but texts of what was thrown', () => {
    const odd = { kind: 'threw', thrown: { name: 5, message: { toString: () => 'x' }, stack: [] } };
    expect(readNews(odd)).toEqual({ kind: 'threw', thrown: { name: '', message: '', stack: '' } });
    expect(readNews({ kind: 'uncaught' })).toMatchObject({ thrown: { message: '' } });
  });

  it('loses headers that are no texts', () => {
    const odd = { kind: 'request', id: 1, request: { ...request, headers: { a: '1', b: 2 } } };
    expect(readNews(odd)).toEqual({ kind: 'request', id: 1, request });
  });
});
