/** From the text of a file to an integration in this browser. */
import type { Problem } from '#lib/model/problem.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { addIntegration, type Companions } from '#lib/storage/integrations.ts';
import type { IntegrationRow } from '#lib/storage/rows.ts';

export type Imported =
  { row: IntegrationRow; problems: readonly Problem[] } | { row?: undefined; problems: readonly Problem[] };

/** Reads YAML and adds what it says; with errors in it nothing is added. The parser is loaded when first used. */
export async function importText(app: App, text: string, companions?: Companions): Promise<Imported> {
  const { read } = await import('#lib/yaml/read.ts');
  const { integration, problems } = read(text);
  return integration
    ? { row: await addIntegration(app.database, integration, companions), problems }
    : { problems };
}
