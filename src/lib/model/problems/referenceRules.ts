/** References must find a step that has run, or a config variable that is there (format.md 1.6.1). */
import { addConfigVar } from '#lib/model/configEdits.ts';
import type { InputPlace } from '#lib/model/inputs.ts';
import type { Input, Step } from '#lib/model/integration.ts';
import { nearest } from '#lib/model/nearest.ts';
import { changeInputAt, goTo, type Findings, type Fix } from '#lib/model/problems/Findings.ts';
import { onFirstPage } from '#lib/model/problems/onFirstPage.ts';
import { Sight } from '#lib/model/problems/Sight.ts';
import { pathParts, replacePart } from '#lib/model/reference.ts';
import { configVarsIn, mapConfigVars, mapReferences, referencesIn } from '#lib/model/references.ts';

/** Steps and config variables that inputs point to, and flows that steps call. */
export function referenceRules(findings: Findings): void {
  const sights = new Map(findings.integration.flows.map((flow) => [flow.name, new Sight(flow)]));
  const steps = new Map(findings.steps.map(({ flow, step }) => [stepKey(flow.name, step.name), step]));
  for (const { input, at } of findings.inputs) {
    const sight = sights.get(at.flow ?? findings.integration.preprocessFlowName ?? '');
    const step = at.step === undefined ? undefined : steps.get(stepKey(at.flow ?? '', at.step));
    if (sight) for (const path of referencesIn(input)) checkReference(findings, path, at, sight, step);
    for (const key of configVarsIn(input))
      if (!findings.configVarKeys.has(key)) unknownConfigVar(findings, key, at);
    checkFlowName(findings, input, at);
  }
}

function stepKey(flow: string, step: string): string {
  return `${flow}\n${step}`;
}

function checkReference(
  findings: Findings,
  path: string,
  at: InputPlace,
  sight: Sight,
  step: Step | undefined,
): void {
  const [head] = pathParts(path);
  if (!head || sight.sees(step, head.key)) return;
  const isLater = sight.has(head.key);
  const seen = [...sight.heads].filter((one) => sight.sees(step, one));
  const best = nearest(head.key, seen);
  const where =
    at.step === undefined
      ? `“${at.key}” of “${at.flow ?? 'the integration'}”`
      : `“${at.key}” of “${at.step}”`;
  findings.add({
    code: isLater ? 'laterStep' : 'unknownStep',
    severity: 'error',
    message: isLater
      ? `Input ${where} refers to “${head.key}”, which has not run by then.`
      : `Input ${where} refers to “${head.key}”, and there is no such step.`,
    path: at.path,
    place: { flow: at.flow, step: at.step, input: at.key },
    fixes: best === undefined ? [goTo] : [useStep(best, head.key, at), goTo],
  });
}

function useStep(head: string, wrong: string, { path }: InputPlace): Fix {
  const edit = changeInputAt(path, (input) =>
    mapReferences(input, (text) => {
      const [first] = pathParts(text);
      return first?.key === wrong ? replacePart(text, first, head) : text;
    }),
  );
  return { label: `Use “${head}”`, edit };
}

function unknownConfigVar(findings: Findings, key: string, at: InputPlace): void {
  const best = nearest(key, findings.configVarKeys);
  const use: Fix[] =
    best === undefined ? [] : [{ label: `Use “${best}”`, edit: changeInputAt(at.path, withKey(key, best)) }];
  const create: Fix = {
    label: `Create config variable “${key}”`,
    edit: (integration) =>
      onFirstPage(addConfigVar(integration, { key, dataType: 'string', description: '' }), key),
  };
  findings.add({
    code: 'unknownConfigVar',
    severity: 'error',
    message: `Input “${at.key}” of “${at.step ?? at.configVar ?? at.flow ?? 'the integration'}” uses config variable “${key}”, and there is none.`,
    path: at.path,
    place: { flow: at.flow, step: at.step, input: at.key, configVar: at.configVar },
    fixes: [...use, create],
  });
}

function withKey(from: string, to: string): (input: Input) => Input {
  return (input) => mapConfigVars(input, (key) => (key === from ? to : key));
}

/** A step that calls another flow names it in a value. */
function checkFlowName(findings: Findings, input: Input, at: InputPlace): void {
  if (
    at.key !== 'flowName' ||
    input.type !== 'value' ||
    typeof input.value !== 'string' ||
    input.value === ''
  )
    return;
  const names = findings.integration.flows.map(({ name }) => name);
  if (names.includes(input.value)) return;
  const best = nearest(input.value, names);
  findings.add({
    code: 'unknownFlow',
    severity: 'error',
    message: `“${at.step}” calls flow “${input.value}”, and there is none.`,
    path: at.path,
    place: { flow: at.flow, step: at.step, input: at.key },
    fixes:
      best === undefined
        ? [goTo]
        : [
            {
              label: `Use “${best}”`,
              edit: changeInputAt(at.path, (old) => ({ ...old, value: best }) as Input),
            },
          ],
  });
}
