/** What a trigger's result holds (format.md 1.7, trigger result). */
import { parseMultipart } from '#lib/engine/multipart.ts';
import type { RunFacts, SavedPayload } from '#lib/model/payload.ts';

/** The trigger's result: the request, its body parsed when it is JSON or has parts, and where it runs. */
export function triggerPayload(saved: SavedPayload, facts: RunFacts): Record<string, unknown> {
  const { headers, queryParameters, body, contentType, pathFragment = '', paginationState } = saved;
  return {
    headers: { 'content-type': contentType, ...headers },
    queryParameters,
    rawBody: { data: body, contentType },
    body: { data: parseBody(body, contentType), contentType },
    pathFragment,
    globalDebug: facts.debug ?? false,
    ...triggerFacts(facts),
    ...(paginationState && { paginationState }),
  };
}

const nobody = { id: '', name: '', externalId: '' };

/** Where an execution runs, with every key that flows rely on. */
export function triggerFacts(facts: RunFacts): Record<string, unknown> {
  const { executionId, startedAt, webhookUrls = {}, webhookApiKeys = {} } = facts;
  return {
    executionId,
    startedAt,
    webhookUrls,
    webhookApiKeys,
    invokeUrl: webhookUrls[facts.flow.name] ?? '',
    customer: facts.customer ?? nobody,
    instance: facts.instance ?? { id: '', name: '' },
    user: facts.user ?? { ...nobody, email: '' },
    integration: { versionSequenceId: '', externalVersion: '', ...facts.integration },
    flow: { stableId: '', ...facts.flow },
  };
}

/** Form posts stay text (a step of its own reads them); so does a body that is no JSON, whatever its type says. */
function parseBody(body: string, contentType: string): unknown {
  if (/^multipart\//i.test(contentType)) return parseMultipart(body, contentType) ?? body;
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
