/** Whatever an action is given, it gives a result or says in a sentence what is wrong: nothing of a library shows through. */
import { describe, expect, it } from 'vitest';
import type { ActionContext } from '#lib/connectors/define.ts';
import { connectors } from '#lib/connectors/index.ts';
import { FailureError } from '#lib/model/failure.ts';
import { performAction } from '../../support/performAction.ts';

const actions = connectors.flatMap(({ key, actions: own }) =>
  Object.entries(own).flatMap(([name, definition]) =>
    'perform' in definition ? [[`${key}/${name}`, definition] as const] : [],
  ),
);

const hostile: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['an empty text', ''],
  ['a word', 'word'],
  ['a number', 7],
  ['an infinite number', Infinity],
  ['yes', true],
  ['an empty list', []],
  ['a list of nothing', [null, undefined]],
  ['an odd object', JSON.parse('{"__proto__": {"a": 1}, "constructor": null, "toString": 1}')],
  ['broken JSON', '{"a": '],
  ['bytes', new Uint8Array([255, 0, 128]).buffer],
  ['a file of no text', { data: new Uint8Array([255, 254]).buffer, contentType: 'text/plain' }],
  ['a list in a list', [[[]], [{}]]],
  ['text of half a letter', '\ud800'],
];

const refuses = (what: string) => () =>
  Promise.reject(new FailureError({ code: 'unsupported', message: `There is no ${what} here.` }));

const context: Partial<ActionContext> = {
  fetch: refuses('network'),
  invoke: refuses('other flow'),
  recur: refuses('recursion'),
  code: refuses('sandbox'),
  files: { read: refuses('file') },
  payload: {},
};

describe('every action', () => {
  it.each(actions)('%s answers all of it, or fails in a sentence', async (_key, definition) => {
    for (const [what, value] of hostile) {
      const inputs = Object.fromEntries(Object.keys(definition.inputs).map((name) => [name, value]));
      const thrown: unknown = await performAction(definition, inputs, context).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (thrown === undefined) continue;
      expect(thrown, `given ${what}`).toBeInstanceOf(FailureError);
      const { message, code } = (thrown as FailureError).failure;
      expect(code, `given ${what}: ${message}`).not.toBe('internal');
      expect(message, `given ${what}`).toMatch(/^[“A-Z\d].*[.”]$/s);
    }
  });
});
