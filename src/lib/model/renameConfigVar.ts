import { showsConfigVar } from '#lib/model/configEdits.ts';
import { mapInputs } from '#lib/model/inputs.ts';
import type { ConfigElement, Integration } from '#lib/model/integration.ts';
import { changeFirst, mapKept, withKept, withoutFirst } from '#lib/model/mapKept.ts';
import { configVarMentions } from '#lib/model/mentions.ts';
import { freeName } from '#lib/model/name.ts';
import { mapConfigVars } from '#lib/model/references.ts';
import { breaksTemplate, noting, refused, unchanged, type Renaming } from '#lib/model/rename.ts';

/**
 * Renames a config variable, whose key is its name; a taken one gets a number. Inputs, templates, schedules and pages
 * follow. Spaces around the new key are not taken over: a placeholder could not hold them.
 */
export function renameConfigVar(integration: Integration, from: string, to: string): Renaming {
  const keys = integration.configVars.map(({ key }) => key);
  if (!keys.includes(from)) return refused(integration, from, `There is no config variable “${from}”.`);
  if (to.trim() === '') return refused(integration, from, 'A config variable needs a name.');
  if (from === to.trim()) return unchanged(integration, from);
  const key = freeName(to.trim(), new Set(withoutFirst(keys, (other) => other === from)));
  const { change, changed } = noting((input) => mapConfigVars(input, (old) => (old === from ? key : old)));
  const followed = mapInputs(integration, change);
  if (breaksTemplate(key, changed)) return refused(integration, from, braceReason);
  const shown: ConfigElement[] = [];
  const configPages = mapKept(followed.configPages, (page) => {
    const elements = mapKept(page.elements, (element) => {
      if (!showsConfigVar(element, from)) return element;
      shown.push(element);
      return { ...element, value: key };
    });
    return withKept(page, 'elements', elements);
  });
  const configVars = changeFirst(
    followed.configVars,
    (one) => one.key === from,
    (one) => ({ ...one, key }),
  );
  const renamed = { ...followed, configVars, configPages };
  return {
    integration: renamed,
    name: key,
    rewritten: changed.length + shown.length,
    mentions: configVarMentions(renamed, from),
  };
}

const braceReason = 'A template uses this config variable, and a name with “}” cannot stand in a template.';
