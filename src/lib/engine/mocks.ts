/** Outputs that stand for what an action would have produced, for tests and dry runs. */
import type { StepDefinition } from '#lib/connectors/define.ts';
import type { Ports } from '#lib/engine/ports.ts';

/** By step name or by `connector/action`; a list gives one output a call, and its last one from then on. */
export type Mocks = Readonly<Record<string, unknown>>;

/** Finds steps like `findStep`, but those with a mock produce that instead of performing. */
export function withMocks(findStep: Ports['findStep'], mocks: Mocks): Ports['findStep'] {
  const calls = new Map<string, number>();
  return (connector, action, stepName) => {
    const key = [stepName, `${connector}/${action}`].find((one) => Object.hasOwn(mocks, one));
    if (key === undefined) return findStep(connector, action, stepName);
    return mock(() => {
      const call = calls.get(key) ?? 0;
      calls.set(key, call + 1);
      const outputs = mocks[key];
      return Array.isArray(outputs) ? outputs[Math.min(call, outputs.length - 1)] : outputs;
    });
  };
}

function mock(output: () => unknown): StepDefinition {
  return {
    kind: 'action',
    label: 'Mock',
    description: '',
    inputs: {},
    pure: true,
    perform: () => ({ data: output() ?? null }),
  };
}
