import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configValues } from '#lib/model/configValues.ts';
import { triggerPayload } from '#lib/engine/payload.ts';
import { read } from '#lib/yaml/read.ts';
import { runFlow } from '../support/runFlow.ts';

const file = new URL('../../src/lib/library/samples/orderTriage.yaml', import.meta.url);
const { integration, problems } = read(readFileSync(file, 'utf8'));

async function triage(amount: string) {
  const body = JSON.stringify({
    id: 1042,
    customer: { name: 'Ada Lovelace' },
    total: { amount, currency: 'EUR' },
  });
  const facts = {
    executionId: 'e',
    integration: { id: 'i', name: 'Order triage' },
    flow: { id: 'f', name: 'f' },
    startedAt: '',
  };
  const payload = triggerPayload(
    { headers: {}, queryParameters: {}, body, contentType: 'application/json' },
    facts,
  );
  const flow = integration?.flows[0];
  if (!flow) throw new Error('The sample has no flow.');
  return await runFlow(flow, { payload, config: configValues(integration.configVars) });
}

describe('the sample Order triage', () => {
  it('reads without problems', () => expect(problems).toEqual([]));

  it('asks for approval of a large order', async () => {
    const { outcome, outputs } = await triage('182.50');
    expect(outcome).toEqual({ status: 'succeeded', result: 'Large order' });
    expect(outputs['Is it large?/Ask for approval']).toEqual({
      to: 'Sales team',
      message: 'Order 1042 from Ada Lovelace (182.50 EUR) needs approval.',
    });
  });

  it('only notes a small one', async () => {
    const { outcome, log } = await triage('20.00');
    expect(outcome.result).toBe('Else');
    expect(log).toEqual(['info Order 1042 stays below 150 and needs no approval.']);
  });
});
