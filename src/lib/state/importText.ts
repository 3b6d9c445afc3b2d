/** From the text of a file to an integration in this browser. */
import type { Problem } from '#lib/model/problem.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { readYaml, readYamlFile } from '#lib/state/yaml.ts';
import { addIntegration, type Companions } from '#lib/storage/integrations.ts';
import type { IntegrationRow } from '#lib/storage/rows.ts';

export type Imported =
  { row: IntegrationRow; problems: readonly Problem[] } | { row?: undefined; problems: readonly Problem[] };

/** Reads YAML, a text or a file, and adds what it says; with errors in it nothing is added. */
export async function importText(
  app: App,
  source: string | Blob,
  companions?: Companions,
): Promise<Imported> {
  const { reading } = await (typeof source === 'string' ? readYaml(source) : readYamlFile(source));
  const { integration, problems } = reading;
  return integration
    ? { row: await addIntegration(app.database, integration, companions), problems }
    : { problems };
}
