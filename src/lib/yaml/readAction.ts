/** Reads which action, connection or data source of which connector is meant (format.md 1.5). */
import type { ActionRef } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import { MapReader } from '#lib/yaml/MapReader.ts';
import type { Origin } from '#lib/yaml/Origin.ts';

/** The connector is a mapping inside the action in the file; its unknown keys are kept under `component`. */
export function readAction(node: unknown, path: DocumentPath, origin: Origin): ActionRef {
  const map = new MapReader(node, path, origin);
  const key = map.required('key');
  const component = map.map('component');
  const action = {
    connector: component.required('key'),
    key,
    version: readVersion(component),
    isPublic: component.flag('isPublic') ?? true,
  };
  component.absent('isPublic');
  const inner = component.extra();
  const extra = { ...map.extra(), ...(inner && { component: inner }) };
  map.adopt('component', component);
  const written = map.written();
  return {
    ...action,
    ...(Object.keys(extra).length > 0 && { extra }),
    ...(written && { written }),
  };
}

/** A number, or the word LATEST. */
function readVersion(component: MapReader): number | string {
  const version = component.peek('version');
  if (typeof version !== 'number') return component.text('version', 'LATEST');
  component.raw('version');
  return version;
}
