/** What a trigger's result holds (format.md 1.7, trigger result). */
import type { SavedPayload } from '#lib/model/payload.ts';

/** What the trigger says about the execution it starts. */
export interface StartFacts {
  executionId: string;
  integration: { id: string; name: string };
  flow: { id: string; name: string };
  startedAt: string;
}

/** The trigger's result: the request, its body parsed when it is JSON, and where it runs. */
export function triggerPayload(saved: SavedPayload, facts: StartFacts): Record<string, unknown> {
  const { headers, queryParameters, body, contentType } = saved;
  return {
    headers: { 'content-type': contentType, ...headers },
    queryParameters,
    rawBody: { data: body, contentType },
    body: { data: parseBody(body), contentType },
    pathFragment: '',
    webhookUrls: {},
    webhookApiKeys: {},
    invokeUrl: '',
    customer: { id: '', name: '', externalId: '' },
    instance: { id: '', name: '' },
    user: { id: '', email: '', name: '', externalId: '' },
    globalDebug: false,
    ...facts,
  };
}

/** A body that is no JSON stays text, whatever its content type says. */
function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
