/** Writes the catalogue that the page draws from; run by `npm run sync` before every build, check and start. */
import { connectors } from '#lib/connectors/index.ts';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { writeGenerated } from './writeGenerated.ts';

const text = JSON.stringify(describeConnectors(connectors), null, 2);
writeGenerated('src/lib/state/catalogue.json', `${text}\n`);
