/** Writes the catalogue that the page draws from; run by `npm run sync` before every build, check and start. */
import { connectors } from '#lib/connectors/index.ts';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { looksOf } from '#lib/model/looks.ts';
import { writeGenerated } from './writeGenerated.ts';

const catalogue = describeConnectors(connectors);
write('catalogue', catalogue);
write('catalogueLooks', looksOf(catalogue));

function write(name: string, data: unknown): void {
  writeGenerated(`src/lib/state/${name}.json`, `${JSON.stringify(data, null, 2)}\n`);
}
