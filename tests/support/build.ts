/** Small builders for flows, so that tests read as sentences. */
import type { Branch, ComplexItem, Flow, Input, Step } from '#lib/model/integration.ts';

export function value(content: unknown): Input {
  return { type: 'value', value: content };
}

export function reference(path: string): Input {
  return { type: 'reference', value: path };
}

export function configVar(key: string): Input {
  return { type: 'configVar', value: key };
}

export function template(text: string): Input {
  return { type: 'template', value: text };
}

export function complex(...items: ComplexItem[]): Input {
  return { type: 'complex', value: items };
}

export function step(name: string, action: string, inputs: Record<string, Input> = {}): Step {
  const [connector = '', key = ''] = action.split('/');
  return { name, description: '', action: { connector, key, version: 'LATEST', isPublic: true }, inputs };
}

/** Collects rows into an object: `object('Pick', { id: reference('trigger.results.id') })`. */
export function object(name: string, rows: Record<string, Input>): Step {
  const items = Object.entries(rows).map(([key, input]) => ({ ...input, name: key }));
  return step(name, 'collection-tools/createObject', { keyValueInput: complex(...items) });
}

export function loop(name: string, items: Input, ...steps: Step[]): Step {
  return { ...step(name, 'loop/loopOverItems', { items }), steps };
}

/** A branch whose lanes are given as conditions and steps; "Else" comes last. */
export function branch(
  name: string,
  lanes: { lane: string; when: ComplexItem[]; steps: Step[] }[],
  otherwise: Step[] = [],
): Step {
  const conditions = complex(...lanes.map(({ lane, when }) => ({ ...complex(...when), name: lane })));
  const branches: Branch[] = [
    ...lanes.map(({ lane, steps }) => ({ name: lane, steps })),
    { name: 'Else', steps: otherwise },
  ];
  return { ...step(name, 'branch/branchOnExpression', { conditions }), branches };
}

export function flow(...steps: Step[]): Flow {
  return { name: 'Flow', description: '', trigger: step('Trigger', 'webhook-triggers/webhook'), steps };
}
