/** What changed between two documents, in the words of the domain. */
import type { Change, Subject } from '#lib/model/diff/change.ts';
import { diffConfigVars, matchConfigVars } from '#lib/model/diff/diffConfigVars.ts';
import { diffFields, type Fields } from '#lib/model/diff/diffFields.ts';
import { diffFlows, matchFlows } from '#lib/model/diff/diffFlows.ts';
import { diffPages } from '#lib/model/diff/diffPages.ts';
import type { Pair } from '#lib/model/diff/match.ts';
import { noNames, type Names } from '#lib/model/diff/names.ts';
import type { Integration } from '#lib/model/integration.ts';

/**
 * Every difference but those of comments and of how the file writes a value; empty when there is none. What was renamed
 * is recognised, and what only follows a rename is no change of its own. In order: the document, its flows, its config
 * variables, its config pages.
 */
export function diffIntegrations(before: Integration, after: Integration): Change[] {
  if (before === after) return [];
  const configVars = matchConfigVars(before.configVars, after.configVars);
  const flows = matchFlows(before.flows, after.flows);
  const names: Names = {
    ...noNames,
    flows: renamedAmong(flows.pairs, ({ name }) => name),
    configVars: renamedAmong(configVars.pairs, ({ key }) => key),
  };
  const inFlows = diffFlows(before.flows, after.flows, flows, names);
  const keys = (list: readonly { key: string }[]) => new Set(list.map(({ key }) => key));
  const variables = { added: keys(configVars.added), removed: keys(configVars.removed) };
  return [
    ...diffItself(before, after, inFlows.namesIn.get(after.preprocessFlowName ?? '') ?? names),
    ...inFlows.changes,
    ...diffConfigVars(before.configVars, after.configVars, configVars, names),
    ...diffPages(before.configPages, after.configPages, variables, names),
  ];
}

const itself: Subject = { place: {} };

const ownFields: Fields<Integration> = {
  description: { label: 'Description', noun: 'description' },
  category: { label: 'Category', noun: 'category' },
  labels: { label: 'Labels', noun: 'labels' },
  documentation: { label: 'Documentation', noun: 'documentation' },
  endpointType: { label: 'Endpoint type', noun: 'setting' },
  defaultInstanceProfile: { label: 'Default instance profile', noun: 'setting' },
  preprocessFlowName: { label: 'Preprocess flow', noun: 'setting' },
  externalCustomerIdField: { label: 'Field of the customer', noun: 'setting' },
  externalCustomerUserIdField: { label: 'Field of the customer’s user', noun: 'setting' },
  flowNameField: { label: 'Field of the flow’s name', noun: 'setting' },
};

/** The names are those of the preprocess flow, to whose steps the fields refer. */
function diffItself(before: Integration, after: Integration, names: Names): Change[] {
  const { preprocessFlowName: flow = '' } = before;
  const earlier = { ...before, preprocessFlowName: names.flows.get(flow) ?? flow };
  return [...renamed(before.name, after.name), ...diffFields(earlier, after, ownFields, itself, names)];
}

function renamed(before: string, after: string): Change[] {
  if (before === after) return [];
  const sentence = `Integration renamed from “${before}” to “${after}”`;
  return [{ kind: 'renamed', noun: 'integration', sentence, place: {}, before, after }];
}

function renamedAmong<T>(pairs: readonly Pair<T>[], nameOf: (item: T) => string): Map<string, string> {
  const names = pairs.map(({ before, after }): [string, string] => [nameOf(before), nameOf(after)]);
  return new Map(names.filter(([was, is]) => was !== is));
}
