/** Entry of the preview worker: evaluates inputs by what an execution left behind, and may be ended at any time. */
import { evaluate, type Evaluated } from '#lib/runtime/preview/evaluate.ts';
import { ExecutionSamples, type SampledStep } from '#lib/runtime/preview/Samples.ts';
import { createDatabase, openDatabase } from '#lib/storage/database.ts';
import { toFailure } from '#lib/model/failure.ts';
import type { Input } from '#lib/model/integration.ts';

/** `open` comes first. */
export type PreviewOrder = { kind: 'open'; step: SampledStep } | { kind: 'evaluate'; input: Input };

/** `began` is said when everything is read that an input needs: its time counts from here on. */
export type PreviewNews = { kind: 'began' } | { kind: 'evaluated'; evaluated: Evaluated };

let opened: Promise<ExecutionSamples | undefined> = Promise.resolve(undefined);

onmessage = async ({ data }: MessageEvent<PreviewOrder>) => {
  if (data.kind === 'open') opened = openSamples(data.step);
  else say({ kind: 'evaluated', evaluated: await answer(data.input) });
};

async function openSamples(step: SampledStep): Promise<ExecutionSamples | undefined> {
  const database = await openDatabase(createDatabase('relaxed'), () => undefined);
  return await ExecutionSamples.open(database, step);
}

async function answer(input: Input): Promise<Evaluated> {
  try {
    const samples = (await (await opened)?.of(input)) ?? { steps: {}, config: {} };
    say({ kind: 'began' });
    return evaluate(input, samples);
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}

function say(news: PreviewNews): void {
  postMessage(news);
}
