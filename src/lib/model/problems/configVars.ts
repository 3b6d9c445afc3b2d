/** Config variables that nobody uses, that nobody can set, or that are too many (format.md 1.3, 1.8). */
import { removeConfigVar } from '#lib/model/configEdits.ts';
import type { ConfigVar, Integration } from '#lib/model/integration.ts';
import { addElement, addPage } from '#lib/model/pageEdits.ts';
import { goTo, type Finding, type Fix } from '#lib/model/problems/Findings.ts';
import { mostConfigVars } from '#lib/model/problems/known.ts';
import type { ConfigVarSite, Survey } from '#lib/model/problems/sites.ts';

/** Code that reads variables and says the name anywhere may use it: nothing but a person can tell. */
export function unusedConfigVar(
  { configVar: { key }, path, index }: ConfigVarSite,
  { usedConfigVars, configVarCode }: Survey,
): Finding[] {
  // Of more than there may be, that they are too many is enough to say.
  if (index >= mostConfigVars || usedConfigVars.has(key) || configVarCode.some((code) => code.includes(key)))
    return [];
  const remove: Fix = { label: 'Delete', edit: (integration) => removeConfigVar(integration, key) };
  return [
    {
      code: 'unusedConfigVar',
      severity: 'warning',
      message: `Nothing uses the config variable “${key}”.`,
      path,
      place: { configVar: key },
      fixes: [remove, { label: 'Show where to use it' }],
    },
  ];
}

/**
 * One that has a default works without a page, so that is only a warning. Variables that customers never see are set by
 * whoever hosts the integration, and shared connections in the settings of the organization (format.md 1.8): neither needs
 * a page. One for the organization only does: it is asked for on a page too, where only the organization sees it.
 */
export function unplacedConfigVar(
  { configVar, path }: ConfigVarSite,
  { integration, placed }: Survey,
): Finding[] {
  const { key, useScopedConfigVar } = configVar;
  if (useScopedConfigVar !== undefined || isHidden(configVar) || placed.has(key)) return [];
  return [
    {
      code: 'unplacedConfigVar',
      severity: hasDefault(configVar) ? 'warning' : 'error',
      message: `The config variable “${key}” is on no page, so nobody can set it.`,
      path,
      place: { configVar: key },
      fixes: [addToPage(integration, key)],
    },
  ];
}

export function tooManyConfigVars({ configVars }: Survey): Finding[] {
  const first = configVars[mostConfigVars];
  if (!first) return [];
  return [
    {
      code: 'tooMany',
      severity: 'error',
      message: `There are ${configVars.length} config variables; an integration may have ${mostConfigVars}.`,
      path: first.path,
      place: { configVar: first.configVar.key },
      fixes: [goTo],
    },
  ];
}

/** Both spellings occur in files (format.md 1.8). */
function isHidden({ orgOnly, extra }: ConfigVar): boolean {
  const meta = extra?.meta;
  if (orgOnly || typeof meta !== 'object' || meta === null) return false;
  const { visibleToCustomerDeployer, isVisibleToCustomerDeployer } = meta as Record<string, unknown>;
  return (visibleToCustomerDeployer ?? isVisibleToCustomerDeployer) === false;
}

function hasDefault({ defaultValue }: ConfigVar): boolean {
  return defaultValue !== undefined && defaultValue !== null && defaultValue !== '';
}

function addToPage({ configPages }: Integration, key: string): Fix {
  const name = configPages[0]?.name ?? 'Configuration';
  const element = { type: 'configVar', value: key };
  const edit = (integration: Integration) =>
    integration.configPages.length > 0
      ? addElement(integration, 0, element)
      : addPage(integration, { name, tagline: '', elements: [element] });
  return { label: `Add to the page “${name}”`, edit };
}
