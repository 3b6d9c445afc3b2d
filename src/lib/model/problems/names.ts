/** What a name stands for must be one thing: of flows, of the steps of a flow, of config variables (format.md 1.4 to 1.8). */
import type { Integration } from '#lib/model/integration.ts';
import { freeName } from '#lib/model/name.ts';
import { addElement } from '#lib/model/pageEdits.ts';
import { changeConfigVarAt, changeFlowAt, changeInputsAt, changeStepAt } from '#lib/model/problems/edits.ts';
import type { Finding, Fix } from '#lib/model/problems/Findings.ts';
import { headOf, withHead } from '#lib/model/problems/heads.ts';
import { hiddenFromLeaf } from '#lib/model/problems/leafSight.ts';
import type { FlowSite, LeafSite, StepSite, Survey } from '#lib/model/problems/sites.ts';
import { aboutStep } from '#lib/model/problems/subject.ts';
import { StepNames } from '#lib/model/StepNames.ts';
import { referenceName } from '#lib/model/name.ts';

export function flowNameFindings({ flows, flowNames }: Survey): Finding[] {
  return repeated(flows, ({ flow }) => flow.name).map((site): Finding => {
    const { name } = site.flow;
    const free = freeName(name, flowNames);
    const edit = changeFlowAt(site, (flow) => ({ ...flow, name: free }));
    return {
      code: 'duplicateName',
      severity: 'error',
      message: `Another flow is called “${name}” too.`,
      path: [...site.path, 'name'],
      place: { flow: name },
      fixes: [{ label: `Rename to “${free}”`, edit }],
    };
  });
}

export function configVarNameFindings({ configVars, configVarKeys }: Survey): Finding[] {
  return repeated(configVars, ({ configVar }) => configVar.key).map(({ configVar, index, path }): Finding => {
    const { key } = configVar;
    return {
      code: 'duplicateName',
      severity: 'error',
      message: `Another config variable is called “${key}” too.`,
      path: [...path, 'key'],
      place: { configVar: key },
      fixes: [renameConfigVar(index, key, freeName(key, configVarKeys)), removeConfigVar(index, key)],
    };
  });
}

/** Steps whose names are the same, or are in references (format.md 1.6.4). */
export function stepNameFindings(flow: FlowSite): Finding[] {
  const groups = Array.from(flow.byHead).filter(([, sites]) => sites.length > 1);
  if (groups.length === 0) return [];
  const names = new StepNames(flow.steps.map(({ step }) => step.name));
  const leaves = leavesByHead(flow);
  return groups.flatMap(([head, sites]) => namesakes(sites, names, leaves.get(head) ?? []));
}

function namesakes(sites: readonly StepSite[], names: StepNames, leaves: readonly LeafSite[]): Finding[] {
  const [first, ...others] = sites;
  if (!first) return [];
  const seen = new Set([first.step.name]);
  return others.map((site) => {
    const { name } = site.step;
    const fix = renameStep(site, first, leaves, names.take(name));
    const isSame = seen.has(name);
    seen.add(name);
    return isSame ? sameName(site, fix) : sameHead(site, first, leaves.length > 0, fix);
  });
}

function sameName(site: StepSite, fix: Fix): Finding {
  return aboutStep(site, {
    code: 'duplicateName',
    severity: 'error',
    message: `Another step of this flow is called “${site.step.name}” too.`,
    path: ['name'],
    fixes: [fix],
  });
}

/** No harm is done before a reference means one of them. */
function sameHead(site: StepSite, first: StepSite, isMeant: boolean, fix: Fix): Finding {
  const { name } = site.step;
  return aboutStep(site, {
    code: 'ambiguousName',
    severity: isMeant ? 'error' : 'warning',
    message: `References cannot tell “${name}” from “${first.step.name}”: both are “${referenceName(name)}” there.`,
    path: ['name'],
    fixes: [fix],
  });
}

/** References that can only mean this step follow; the others stay with the first one. */
function renameStep(site: StepSite, first: StepSite, leaves: readonly LeafSite[], free: string): Fix {
  const [head, freeHead] = [referenceName(site.step.name), referenceName(free)];
  const meansIt = (leaf: LeafSite) =>
    leaf.references.every(
      (path) =>
        headOf(path) !== head ||
        (hiddenFromLeaf(leaf, site.flow, first, path) && !hiddenFromLeaf(leaf, site.flow, site, path)),
    );
  const rename = changeStepAt(site, (step) => ({ ...step, name: free }));
  const edit = (integration: Integration) => {
    const renamed = rename(integration);
    if (renamed === integration) return integration;
    const paths = leaves.filter(meansIt).map(({ at }) => at.path);
    return changeInputsAt(paths, (input) => withHead(input, head, freeHead))(renamed);
  };
  return { label: `Rename to “${free}”`, edit };
}

function leavesByHead({ steps, leaves }: FlowSite): ReadonlyMap<string, readonly LeafSite[]> {
  const byHead = new Map<string, LeafSite[]>();
  for (const leaf of [...leaves, ...steps.flatMap((site) => site.leaves)])
    for (const head of new Set(leaf.references.map(headOf)))
      byHead
        .set(head, byHead.get(head) ?? [])
        .get(head)
        ?.push(leaf);
  return byHead;
}

/** Its inputs, pages and users stay with the first one; it gets a place of its own on the first page. */
function renameConfigVar(index: number, key: string, free: string): Fix {
  const rename = changeConfigVarAt(index, key, (one) => ({ ...one, key: free }));
  const edit = (integration: Integration) => {
    const renamed = rename(integration);
    return renamed === integration ? integration : addElement(renamed, 0, { type: 'configVar', value: free });
  };
  return { label: `Rename to “${free}”`, edit };
}

function removeConfigVar(index: number, key: string): Fix {
  const edit = (integration: Integration) =>
    integration.configVars[index]?.key === key
      ? { ...integration, configVars: integration.configVars.toSpliced(index, 1) }
      : integration;
  return { label: 'Delete this one', edit };
}

/** Those whose name stood before. */
function repeated<T>(list: readonly T[], nameOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const name = nameOf(item);
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated;
  });
}
