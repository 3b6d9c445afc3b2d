/** Entry of the preview worker: evaluates, and may be ended at any time. */
import { evaluate, type Evaluated, type Samples } from '#lib/runtime/preview/evaluate.ts';
import type { Input } from '#lib/model/integration.ts';

/** `samples` hold for all questions that follow. */
export type PreviewOrder = { kind: 'samples'; samples: Samples } | { kind: 'evaluate'; input: Input };

/** `ready` is said once; answers come in the order of the questions. */
export type PreviewNews = { kind: 'ready' } | { kind: 'evaluated'; evaluated: Evaluated };

let samples: Samples = { steps: {}, config: {} };

onmessage = ({ data }: MessageEvent<PreviewOrder>) => {
  if (data.kind === 'samples') samples = data.samples;
  else say({ kind: 'evaluated', evaluated: evaluate(data.input, samples) });
};

say({ kind: 'ready' });

function say(news: PreviewNews): void {
  postMessage(news);
}
