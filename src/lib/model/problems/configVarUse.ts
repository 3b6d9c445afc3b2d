/** Inputs and pages must name config variables that are there (format.md 1.6, 1.8). */
import { addConfigVar } from '#lib/model/configEdits.ts';
import type { ConfigElement, ConfigVar, Integration } from '#lib/model/integration.ts';
import { addPage, removeElement } from '#lib/model/pageEdits.ts';
import { changeInputsAt } from '#lib/model/problems/edits.ts';
import type { Finding, Fix } from '#lib/model/problems/Findings.ts';
import { mostConfigVars } from '#lib/model/problems/known.ts';
import type { LeafSite, Survey } from '#lib/model/problems/sites.ts';
import { aboutLeaf, leafSubject } from '#lib/model/problems/subject.ts';
import { mapConfigVars } from '#lib/model/references.ts';

/** Each unknown key of an input, once. */
export function configVarUseFindings(leaf: LeafSite, survey: Survey): Finding[] {
  const unknown = leaf.configVars.filter((key) => !survey.configVarKeys.has(key));
  return Array.from(new Set(unknown), (key) =>
    aboutLeaf(leaf, {
      code: 'unknownConfigVar',
      severity: 'error',
      message: `${leafSubject(leaf)} uses the config variable “${key}”, but there is none of that name.`,
      fixes: [...useNearest(leaf, key, survey), ...create(leaf, key, survey)],
    }),
  );
}

/** Elements of config pages that show a variable which is not there. */
export function pageElementFindings({ integration, configVarKeys }: Survey): Finding[] {
  return integration.configPages.flatMap(({ name, elements }, page) =>
    elements.flatMap((element, index): Finding[] => {
      if (!isUnknown(element, configVarKeys)) return [];
      const edit = (changed: Integration) => removeElement(changed, { page, index });
      return [
        {
          code: 'unknownConfigVar',
          severity: 'error',
          message: `The page “${name}” shows the config variable “${element.value}”, but there is none of that name.`,
          path: ['configPages', page, 'elements', index, 'value'],
          place: { configVar: element.value },
          fixes: [{ label: 'Remove it from the page', edit }],
        },
      ];
    }),
  );
}

function isUnknown(
  element: ConfigElement,
  keys: ReadonlySet<string>,
): element is ConfigElement & { value: string } {
  const { type, value } = element;
  return type === 'configVar' && typeof value === 'string' && !keys.has(value);
}

function useNearest(leaf: LeafSite, wrong: string, { configVarKeys, suggestions }: Survey): Fix[] {
  const best = suggestions.nearest(wrong, configVarKeys.size, () => configVarKeys);
  if (best === undefined) return [];
  const edit = changeInputsAt([leaf.at.path], (input) =>
    mapConfigVars(input, (key) => (key === wrong ? best : key)),
  );
  return [{ label: `Use “${best}”`, edit }];
}

function create({ at }: LeafSite, key: string, { configVarKeys }: Survey): Fix[] {
  if (configVarKeys.size >= mostConfigVars) return [];
  const configVar: ConfigVar = { key, dataType: dataTypeFor(at.key), description: '' };
  return [
    { label: `Create config variable “${key}”`, edit: (integration) => withVariable(integration, configVar) },
  ];
}

function dataTypeFor(input: string): string {
  if (input === 'schedule') return 'schedule';
  return /connection$/i.test(input) ? 'connection' : 'string';
}

/** The first page may hold any variable. */
function withVariable(integration: Integration, configVar: ConfigVar): Integration {
  if (integration.configVars.some(({ key }) => key === configVar.key)) return integration;
  const hasPage = integration.configPages.length > 0;
  const withPage = hasPage
    ? integration
    : addPage(integration, { name: 'Configuration', tagline: '', elements: [] });
  return addConfigVar(withPage, configVar, 0);
}
