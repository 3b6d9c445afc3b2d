/** Where a document calls its own flows, or hands out their addresses (format.md 1.6.1, 1.10). */
import type { OwnFlowUse } from '#lib/model/audit/report.ts';
import type { Site } from '#lib/model/audit/Site.ts';
import { placedSteps } from '#lib/model/flow.ts';
import type { Flow, Integration } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { parsePath } from '#lib/model/reference.ts';
import { referencesIn } from '#lib/model/references.ts';
import { templateParts } from '#lib/model/template.ts';

/** The flows of a document, and how each may name the addresses of all of them. */
export interface OwnFlows {
  names: ReadonlySet<string>;
  /** Heads of references to triggers; a flow whose trigger is not to be believed has none. */
  heads: ReadonlyMap<Flow, string>;
}

export function ownFlowsOf({ flows }: Integration): OwnFlows {
  const believed = flows.filter(isOwnTrigger);
  return {
    names: new Set(flows.map(({ name }) => name)),
    heads: new Map(believed.map((flow) => [flow, referenceName(flow.trigger.name)])),
  };
}

/** Every use, in the order of the document. */
export function ownFlowUses(sites: readonly Site[], own: OwnFlows): OwnFlowUse[] {
  return sites.flatMap((site) => [
    ...handedOut(site, own).map((target) => ({ ...site.place, target, calls: site.isAddress })),
    ...called(site).map((target) => ({ ...site.place, target, calls: true })),
  ]);
}

/** The flow whose address an input is. */
export function ownAddress({ input, flow }: Site, own: OwnFlows): string | undefined {
  if (input.type === 'reference') return ownFlowOf(input.value, flow, own);
  if (input.type !== 'template') return undefined;
  const [first, next] = templateParts(input.value);
  const ends = next === undefined || (next.kind === 'text' && /^[/?#]/.test(next.text));
  return first?.kind === 'reference' && ends ? ownFlowOf(first.path, flow, own) : undefined;
}

/** Flows whose addresses stand anywhere in an input. */
function handedOut({ input, flow }: Site, own: OwnFlows): string[] {
  return referencesIn(input).flatMap((path) => ownFlowOf(path, flow, own) ?? []);
}

/** `<trigger>.results.webhookUrls.<Flow>`, and `invokeUrl` for the flow itself. */
function ownFlowOf(path: string, flow: Flow | undefined, { names, heads }: OwnFlows): string | undefined {
  const [head, results, key, ...rest] = parsePath(path);
  if (!flow || head !== heads.get(flow) || results !== 'results') return undefined;
  if (key === 'invokeUrl' && rest.length === 0) return flow.name;
  const name = rest.join('.');
  return key === 'webhookUrls' && names.has(name) ? name : undefined;
}

/** What a code trigger returns, or another step whose name reads the same, could be any address. */
function isOwnTrigger({ trigger, ...flow }: Flow): boolean {
  const head = referenceName(trigger.name);
  const sameHead = placedSteps({ trigger, ...flow }).filter(({ step }) => referenceName(step.name) === head);
  return trigger.action.connector !== 'code' && sameHead.length === 1;
}

/** Flows that a step or its code starts by name. */
function called({ input, action, isCode, place }: Site): string[] {
  if (input.type !== 'value' || typeof input.value !== 'string') return [];
  if (isCode)
    return Array.from(
      input.value.matchAll(/\binvokeFlow\s*\(\s*(['"`])([^'"`]+)\1/g),
      (match) => match[2] ?? '',
    );
  return action?.key.toLowerCase() === 'invokeflow' && place.input === 'flowName' && input.value !== ''
    ? [input.value]
    : [];
}
