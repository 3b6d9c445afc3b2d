/** From the text of a file to an integration in this browser. */
import type { Problem } from '#lib/model/problem.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { addIntegration, type Companions } from '#lib/storage/integrations.ts';
import type { IntegrationRow } from '#lib/storage/rows.ts';

export type Imported =
  { row: IntegrationRow; problems: readonly Problem[] } | { row?: undefined; problems: readonly Problem[] };

/** Fetches the parser, which is loaded when first used. */
export const loadReader = () => import('#lib/yaml/read.ts');

/** Reads YAML and adds what it says; with errors in it nothing is added. */
export async function importText(app: App, text: string, companions?: Companions): Promise<Imported> {
  const { read } = await loadReader();
  const { integration, problems } = read(text);
  return integration
    ? { row: await addIntegration(app.database, integration, companions), problems }
    : { problems };
}
