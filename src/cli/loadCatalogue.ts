/** The catalogue of connectors, from their code: the command line needs no file that a build wrote. */
import type { Catalogue } from '#lib/model/catalogue.ts';

/** Loaded when first asked for: most commands need no connector. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [{ connectors }, { describeConnectors }] = await Promise.all([
    import('#lib/connectors/index.ts'),
    import('#lib/connectors/catalogue.ts'),
  ]);
  return describeConnectors(connectors);
}
