import type { ConfigElement, Integration } from '#lib/model/integration.ts';
import { mapInputs } from '#lib/model/inputs.ts';
import { mapKept, withKept } from '#lib/model/mapKept.ts';
import { mentionsOfName } from '#lib/model/mentions.ts';
import { freeName } from '#lib/model/name.ts';
import { mapConfigVars } from '#lib/model/references.ts';
import { counting, type Renaming } from '#lib/model/rename.ts';

/** Renames a config variable, whose key is its name; a taken one gets a number. Inputs, templates and pages follow. */
export function renameConfigVar(integration: Integration, from: string, to: string): Renaming {
  const keys = integration.configVars.map(({ key }) => key);
  if (!keys.includes(from) || from === to) return { integration, rewritten: 0, mentions: [] };
  const key = freeName(to, new Set(keys.filter((other) => other !== from)));
  const { change, count } = counting((input) => mapConfigVars(input, (old) => (old === from ? key : old)));
  const followed = mapInputs(integration, change);
  const configVars = mapKept(followed.configVars, (one) => (one.key === from ? { ...one, key } : one));
  const configPages = mapKept(followed.configPages, (page) =>
    withKept(
      page,
      'elements',
      mapKept(page.elements, (one) => (shows(one, from) ? { ...one, value: key } : one)),
    ),
  );
  const onPages = integration.configPages
    .flatMap(({ elements }) => elements)
    .filter((one) => shows(one, from));
  const renamed = { ...followed, configVars, configPages };
  return {
    integration: renamed,
    rewritten: count() + onPages.length,
    mentions: mentionsOfName(renamed, from),
  };
}

function shows({ type, value }: ConfigElement, key: string): boolean {
  return type === 'configVar' && value === key;
}
