import { describe, expect, it } from 'vitest';
import { TrialState } from '#lib/catalogue/TrialState.svelte.ts';
import { trialOf } from '#lib/catalogue/trialOf.ts';
import type { CatalogueInput } from '#lib/model/catalogue.ts';
import type { FoundAction } from '#lib/model/searchCatalogue.ts';
import type { Trial, Tried } from '#lib/model/trial.ts';

function found(...inputs: CatalogueInput[]): FoundAction {
  const action = {
    key: 'send',
    label: 'Send',
    description: '',
    kind: 'action',
    pure: false,
    inputs,
  } as const;
  const fields = [
    { key: 'host', label: 'Host', secret: false, required: true },
    { key: 'token', label: 'Token', secret: true, required: true },
  ];
  const connections = [{ key: 'apiKey', label: 'API key', fields }];
  const look = { label: 'Post', description: '', family: 'network', icon: '', onlyHere: false } as const;
  return { connector: { key: 'post', ...look, connections, actions: [action] }, action };
}

function input(type: CatalogueInput['type'], required = false): CatalogueInput {
  return { key: type, label: `The ${type}`, type, required };
}

describe('what is tried', () => {
  it('has inputs as a document would have them', () => {
    const values = { text: 'a', list: ['a', 'b'], pairs: [{ key: 'k', value: 'v' }], data: '{"a": 1}' };
    const all = found(input('text'), input('list'), input('pairs'), input('data'));
    expect(trialOf(all, values)).toMatchObject({
      action: { connector: 'post', key: 'send' },
      name: 'Send',
      inputs: {
        text: { type: 'value', value: 'a' },
        list: { type: 'complex', value: [{ type: 'value', value: 'a' }, { value: 'b' }] },
        pairs: { type: 'complex', value: [{ name: 'k', type: 'value', value: 'v' }] },
        data: { type: 'value', value: { a: 1 } },
      },
    });
  });

  it('shows steps what a connection holds but for its secrets, which go beside it', () => {
    const filled = { key: 'apiKey', fields: { host: 'h', token: 's3cret' } };
    const trial = trialOf(found(input('connection')), { connection: filled });
    expect(trial.inputs.connection).toEqual({
      type: 'value',
      value: { key: 'apiKey', configVarKey: 'The connection', fields: { host: 'h' } },
    });
    expect(trial.connections).toEqual({
      'The connection': { fields: { host: 'h', token: 's3cret' }, secret: ['token'] },
    });
  });

  it('has no connection where none was chosen', () => {
    const trial = trialOf(found(input('connection')), { connection: { key: '', fields: {} } });
    expect(trial.inputs.connection).toEqual({ type: 'value', value: '' });
    expect(trial.connections).toEqual({});
  });
});

describe('a trial', () => {
  /** Answers when it is told to. */
  function opened(...inputs: CatalogueInput[]) {
    const calls: { trial: Trial; signal: AbortSignal; answer: (tried: Tried) => void }[] = [];
    const tryAction = (trial: Trial, signal: AbortSignal) =>
      new Promise<Tried>((answer) => calls.push({ trial, signal, answer }));
    const app = { runtime: { tryAction } } as unknown as ConstructorParameters<typeof TrialState>[0];
    return { state: new TrialState(app, found(...inputs)), calls };
  }

  it('says what is wrong with the inputs when it is pressed, and then while they are mended', async () => {
    const { state, calls } = opened(input('text', true));
    expect(state.problems).toEqual({});
    expect(await state.start()).toBe(false);
    expect(state.problems).toEqual({ text: '“The text” is required.' });
    state.set('text', 'a');
    expect(state.problems).toEqual({});
    expect(calls).toEqual([]);
  });

  it('runs once at a time and keeps what it came to', async () => {
    const { state, calls } = opened(input('text'));
    const ran = state.start();
    expect(state.running).toBe(true);
    expect(await state.start()).toBe(false);
    calls[0]?.answer({ output: 1, log: [], durationMs: 2 });
    expect(await ran).toBe(true);
    expect(state.running).toBe(false);
    expect(state.tried?.output).toBe(1);
    expect(calls).toHaveLength(1);
  });

  it('is stopped by its signal', () => {
    const { state, calls } = opened();
    void state.start();
    state.stop();
    expect(calls[0]?.signal.aborted).toBe(true);
  });
});
