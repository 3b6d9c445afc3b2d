/** Names that stand for one thing must not stand for two. */
import type { Integration } from '#lib/model/integration.ts';
import { freeName, referenceName } from '#lib/model/name.ts';
import { mapKept } from '#lib/model/mapKept.ts';
import { mapInside } from '#lib/model/place.ts';
import type { Findings } from '#lib/model/problems/Findings.ts';

/** Flows, steps of a flow, config variables; and steps whose names are the same in references. */
export function nameRules(findings: Findings): void {
  twice(
    findings.integration.flows,
    ({ name }) => name,
    (name, index) =>
      findings.add({
        code: 'duplicateName',
        severity: 'error',
        message: `Two flows are called “${name}”.`,
        path: ['flows', index, 'name'],
        place: { flow: name },
        fixes: [{ label: 'Rename the second one', edit: renameFlowAt(index) }],
      }),
  );
  twice(
    findings.integration.configVars,
    ({ key }) => key,
    (key, index) =>
      findings.add({
        code: 'duplicateName',
        severity: 'error',
        message: `Two config variables are called “${key}”.`,
        path: ['requiredConfigVars', index, 'key'],
        place: { configVar: key },
        fixes: [{ label: 'Rename the second one', edit: renameConfigVarAt(index) }],
      }),
  );
  for (const flow of findings.integration.flows) stepNames(findings, flow.name);
}

function stepNames(findings: Findings, flowName: string): void {
  const steps = findings.steps.filter(({ flow }) => flow.name === flowName);
  twice(
    steps,
    ({ step }) => step.name,
    (name, index) =>
      findings.add({
        code: 'duplicateName',
        severity: 'error',
        message: `Two steps of “${flowName}” are called “${name}”.`,
        path: [...(steps[index]?.path ?? []), 'name'],
        place: { flow: flowName, step: name },
        fixes: [{ label: 'Rename the later ones', edit: renameLaterSteps(flowName) }],
      }),
  );
  const names = [...new Set(steps.map(({ step }) => step.name))];
  twice(names, referenceName, (head, index) =>
    findings.add({
      code: 'ambiguousName',
      severity: 'warning',
      message: `“${names[index]}” has the same name in references as another step, “${head}”.`,
      path: [...(steps.find(({ step }) => step.name === names[index])?.path ?? []), 'name'],
      place: { flow: flowName, step: names[index] },
    }),
  );
}

/** Tells each name that stood before, with the place of the later one. */
function twice<T>(
  list: readonly T[],
  nameOf: (item: T) => string,
  tell: (name: string, index: number) => void,
): void {
  const seen = new Set<string>();
  list.forEach((item, index) => {
    const name = nameOf(item);
    if (seen.has(name)) tell(name, index);
    seen.add(name);
  });
}

function renameFlowAt(index: number) {
  return (integration: Integration): Integration => {
    const taken = new Set(integration.flows.map(({ name }) => name));
    const flows = mapKept(integration.flows, (flow, at) =>
      at === index ? { ...flow, name: freeName(flow.name, taken) } : flow,
    );
    return { ...integration, flows };
  };
}

function renameConfigVarAt(index: number) {
  return (integration: Integration): Integration => {
    const taken = new Set(integration.configVars.map(({ key }) => key));
    const configVars = mapKept(integration.configVars, (one, at) =>
      at === index ? { ...one, key: freeName(one.key, taken) } : one,
    );
    return { ...integration, configVars };
  };
}

/** References stay with the first of a name: they have always found that one. */
function renameLaterSteps(flowName: string) {
  return (integration: Integration): Integration => ({
    ...integration,
    flows: mapKept(integration.flows, (flow) => {
      if (flow.name !== flowName) return flow;
      const taken = new Set<string>();
      const rename = (step: typeof flow.trigger): typeof flow.trigger => {
        const name = freeName(step.name, taken);
        taken.add(name);
        return mapInside(name === step.name ? step : { ...step, name }, rename);
      };
      return { ...flow, trigger: rename(flow.trigger), steps: mapKept(flow.steps, rename) };
    }),
  });
}
