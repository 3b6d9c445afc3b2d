import type { Input, Integration } from '#lib/model/integration.ts';
import { updateFlow } from '#lib/model/flowEdits.ts';
import { mapInputs, type InputPlace } from '#lib/model/inputs.ts';
import { mentionsOfName } from '#lib/model/mentions.ts';
import { freeName } from '#lib/model/name.ts';
import { pathParts, replacePart } from '#lib/model/reference.ts';
import { mapReferences } from '#lib/model/references.ts';
import { counting, type Renaming } from '#lib/model/rename.ts';

/** Renames a flow; a taken name gets a number. Its addresses in references, and the inputs that name it, follow. */
export function renameFlow(integration: Integration, from: string, to: string): Renaming {
  const names = integration.flows.map(({ name }) => name);
  if (!names.includes(from) || from === to) return { integration, rewritten: 0, mentions: [] };
  const name = freeName(to, new Set(names.filter((other) => other !== from)));
  const { change, count } = counting((input, at) => follow(input, at, from, name));
  const followed = updateFlow(mapInputs(integration, change), from, (flow) => ({ ...flow, name }));
  const isPreprocess = integration.preprocessFlowName === from;
  const renamed = isPreprocess ? { ...followed, preprocessFlowName: name } : followed;
  return {
    integration: renamed,
    rewritten: count() + (isPreprocess ? 1 : 0),
    mentions: mentionsOfName(renamed, from),
  };
}

function follow(input: Input, at: InputPlace, from: string, to: string): Input {
  if (at.key === 'flowName' && input.type === 'value' && input.value === from) return { ...input, value: to };
  return mapReferences(input, (path) => followAddress(path, from, to));
}

/** `trigger.results.webhookUrls.Orders`: the key after the one that holds something of every flow. */
function followAddress(path: string, from: string, to: string): string {
  const parts = pathParts(path);
  const named = parts.find(({ key }, index) => key === from && byFlow.has(parts[index - 1]?.key ?? ''));
  return named ? replacePart(path, named, to) : path;
}

const byFlow: ReadonlySet<string> = new Set(['webhookUrls', 'webhookApiKeys']);
