import type { ActionRef } from '#lib/model/integration.ts';
import type { Companions } from '#lib/storage/integrations.ts';

/** A built-in integration to begin with: a document like any other, run by the same path (ux.md 2.3). */
export interface Sample {
  id: string;
  name: string;
  sentence: string;
  /** The flow as a tiny picture, before its document is loaded. */
  tiles: readonly Pick<ActionRef, 'connector' | 'key'>[];
  /** How long a run takes, in words. */
  time: string;
  /** Reference name of the step with the most interesting output. */
  highlight: string;
  /** Its YAML text and what comes with it, loaded when first asked for. `origin` is where this app is. */
  load: (origin: string) => Promise<LoadedSample>;
}

export interface LoadedSample {
  text: string;
  companions: Companions;
}

/** A saved payload with a JSON body, the one a test run takes. */
export function jsonPayload(flow: string, content: unknown, headers: Readonly<Record<string, string>> = {}) {
  return {
    flow,
    name: 'Saved sample',
    payload: {
      headers,
      queryParameters: {},
      body: JSON.stringify(content, null, 2),
      contentType: 'application/json',
    },
  };
}
