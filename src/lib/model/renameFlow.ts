import { mapInputs, type InputPlace } from '#lib/model/inputs.ts';
import type { Input, Integration } from '#lib/model/integration.ts';
import { changeFirst, withKept, withoutFirst } from '#lib/model/mapKept.ts';
import { flowMentions } from '#lib/model/mentions.ts';
import { freeName } from '#lib/model/name.ts';
import { pathParts, replacePart } from '#lib/model/reference.ts';
import { mapReferences } from '#lib/model/references.ts';
import { breaksTemplate, noting, refused, unchanged, type Renaming } from '#lib/model/rename.ts';

/** Renames a flow; a taken name gets a number. Its addresses in references, and the inputs that name it, follow. */
export function renameFlow(integration: Integration, from: string, to: string): Renaming {
  const names = integration.flows.map(({ name }) => name);
  if (!names.includes(from)) return refused(integration, from, `There is no flow “${from}”.`);
  if (to.trim() === '') return refused(integration, from, 'A flow needs a name.');
  if (from === to) return unchanged(integration, from);
  const name = freeName(to, new Set(withoutFirst(names, (other) => other === from)));
  const { change, changed } = noting((input, at) => follow(input, at, from, name));
  const followed = mapInputs(integration, change);
  if (breaksTemplate(name, changed)) return refused(integration, from, braceReason);
  const flows = changeFirst(
    followed.flows,
    (flow) => flow.name === from,
    (flow) => ({ ...flow, name }),
  );
  const isPreprocess = integration.preprocessFlowName === from;
  const preprocess = isPreprocess ? name : integration.preprocessFlowName;
  const renamed = withKept({ ...followed, flows }, 'preprocessFlowName', preprocess);
  return {
    integration: renamed,
    name,
    rewritten: changed.length + (isPreprocess ? 1 : 0),
    mentions: flowMentions(renamed, from),
  };
}

const braceReason =
  'A template uses the address of this flow, and a name with “}” cannot stand in a template.';

function follow(input: Input, at: InputPlace, from: string, to: string): Input {
  if (namesFlow(input, at) && input.value === from) return { ...input, value: to } as Input;
  return mapReferences(input, (path) => followAddress(path, from, to));
}

/** Every input of that key names a flow, whichever connector it belongs to; what is in a list of that key does not. */
function namesFlow({ type }: Input, { key, path }: InputPlace): boolean {
  return key === 'flowName' && path.at(-1) === 'flowName' && (type === 'value' || type === 'template');
}

/** `trigger.results.webhookUrls.Orders`: the key after the one that holds something of every flow (format.md 1.6.1). */
function followAddress(path: string, from: string, to: string): string {
  const parts = pathParts(path);
  const named = parts[parts.findIndex(({ key }, index) => index > 0 && byFlow.has(key)) + 1];
  const isAddress = named !== undefined && named !== parts[0] && named.key === from;
  return isAddress ? replacePart(path, named, to) : path;
}

const byFlow: ReadonlySet<string> = new Set(['webhookUrls', 'webhookApiKeys']);
