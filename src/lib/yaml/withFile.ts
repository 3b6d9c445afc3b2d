import type { FromFile } from '#lib/model/integration.ts';
import type { MapReader } from '#lib/yaml/MapReader.ts';

/** A noun with what the file says beyond it: keys that have no name here, and how it is written. */
export function withFile<T extends object>(map: MapReader, noun: T): T & FromFile {
  const extra = map.extra();
  const written = map.written();
  return { ...noun, ...(extra && { extra }), ...(written && { written }) };
}
