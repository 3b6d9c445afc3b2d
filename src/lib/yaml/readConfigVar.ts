/** Reads what a customer sets (format.md 1.8). */
import type { ConfigVar } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { MapReader } from '#lib/yaml/MapReader.ts';
import type { Origin } from '#lib/yaml/Origin.ts';
import { defined } from '#lib/yaml/defined.ts';
import { readAction } from '#lib/yaml/readAction.ts';
import { readInputs } from '#lib/yaml/readStep.ts';
import { withFile } from '#lib/yaml/withFile.ts';

/** A variable of any type; what its type does not have is simply absent. */
export function readConfigVar(node: unknown, path: DocumentPath, origin: Origin): ConfigVar {
  const map = new MapReader(node, path, origin);
  const configVar: ConfigVar = {
    key: map.required('key'),
    dataType: map.text('dataType', 'string'),
    description: map.optionalText('description') ?? '',
    ...(map.has('defaultValue') && { defaultValue: map.raw('defaultValue') }),
    ...defined({
      collectionType: map.optionalText('collectionType'),
      orgOnly: map.flag('orgOnly'),
      pickList: readPickList(map),
      codeLanguage: map.optionalText('codeLanguage'),
      scheduleType: map.optionalText('scheduleType'),
      timeZone: map.optionalText('timeZone'),
      connection: map.noun('connection', readAction),
      dataSource: map.noun('dataSource', readAction),
      inputs: readInputs(map),
      useScopedConfigVar: map.optionalText('useScopedConfigVar'),
    }),
  };
  if (configVar.description === '') map.keep('description');
  return withFile(map, configVar);
}

/** Texts only; a list that holds anything else is kept as it is. */
function readPickList(map: MapReader): string[] | undefined {
  const choices = map.peek('pickList');
  if (!Array.isArray(choices) || !choices.every((choice) => typeof choice === 'string')) return undefined;
  map.raw('pickList');
  return choices;
}
