/** Config variables and the pages that show them (format.md 1.3, 1.8). */
import { removeConfigVar } from '#lib/model/configEdits.ts';
import type { ConfigVar } from '#lib/model/integration.ts';
import type { Findings } from '#lib/model/problems/Findings.ts';
import { onFirstPage } from '#lib/model/problems/onFirstPage.ts';
import { configVarsIn } from '#lib/model/references.ts';

/** Most config variables an integration may have. */
const MOST = 100;

/** Variables that nobody uses, that nobody can set, or whose default is broken. */
export function configVarRules(findings: Findings): void {
  const { configVars, configPages } = findings.integration;
  const used = usedKeys(findings);
  const shown = new Map(
    configPages.flatMap(({ elements }, page) =>
      elements.flatMap(({ type, value }): [unknown, number][] =>
        type === 'configVar' ? [[value, page]] : [],
      ),
    ),
  );
  configVars.forEach((configVar, index) => {
    if (!used(configVar.key)) unused(findings, configVar, index);
    if (!shown.has(configVar.key)) unplaced(findings, configVar, index);
    checkDefault(findings, configVar, index);
    if (configVar.dataType === 'connection' && (shown.get(configVar.key) ?? 0) > 0)
      misplaced(findings, configVar, index);
  });
  if (configVars.length > MOST)
    findings.add({
      code: 'tooMany',
      severity: 'error',
      message: `An integration has at most ${MOST} config variables; this one has ${configVars.length}.`,
      path: ['requiredConfigVars'],
    });
}

/** Used by an input, or named in code, where nobody can tell for sure. */
function usedKeys({ inputs }: Findings): (key: string) => boolean {
  const pointed = new Set<string>();
  const texts: string[] = [];
  for (const { input } of inputs) {
    for (const key of configVarsIn(input)) pointed.add(key);
    if (input.type === 'value' && typeof input.value === 'string') texts.push(input.value);
  }
  const code = texts.filter((text) => text.includes('configVars')).join('\n');
  return (key) => pointed.has(key) || code.includes(key);
}

function unused(findings: Findings, { key }: ConfigVar, index: number): void {
  findings.add({
    code: 'unusedConfigVar',
    severity: 'warning',
    message: `No step uses config variable “${key}”.`,
    path: ['requiredConfigVars', index],
    place: { configVar: key },
    fixes: [{ label: `Delete “${key}”`, edit: (integration) => removeConfigVar(integration, key) }],
  });
}

/** Shared connections are set elsewhere, and what only we set may be set without a page; anything else nobody could set. */
function unplaced(findings: Findings, { key, orgOnly, useScopedConfigVar }: ConfigVar, index: number): void {
  if (useScopedConfigVar !== undefined) return;
  findings.add({
    code: 'unplacedConfigVar',
    severity: orgOnly ? 'warning' : 'error',
    message: `Config variable “${key}” is on no page of the config wizard.`,
    path: ['requiredConfigVars', index],
    place: { configVar: key },
    fixes: [
      {
        label: 'Add to the first page',
        edit: (integration) => onFirstPage(integration, key),
      },
    ],
  });
}

function misplaced(findings: Findings, { key }: ConfigVar, index: number): void {
  findings.add({
    code: 'misplacedConnection',
    severity: 'warning',
    message: `Connection “${key}” belongs on the first page of the config wizard.`,
    path: ['requiredConfigVars', index],
    place: { configVar: key },
  });
}

function checkDefault(
  findings: Findings,
  { key, defaultValue, dataType, collectionType, codeLanguage }: ConfigVar,
  index: number,
): void {
  const isJson = collectionType !== undefined || (dataType === 'code' && codeLanguage === 'json');
  const cron =
    dataType === 'schedule' && typeof defaultValue === 'string' && defaultValue !== ''
      ? findings.checks.cron(defaultValue)
      : undefined;
  const path = ['requiredConfigVars', index, 'defaultValue'];
  if (isJson && typeof defaultValue === 'string' && defaultValue !== '' && !isJsonText(defaultValue))
    findings.add({
      code: 'invalidJson',
      severity: 'error',
      message: `The default of “${key}” is not valid JSON.`,
      path,
      place: { configVar: key },
    });
  if (cron !== undefined)
    findings.add({
      code: 'invalidSchedule',
      severity: 'error',
      message: `The default of “${key}” cannot be read: ${cron}`,
      path,
      place: { configVar: key },
    });
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
