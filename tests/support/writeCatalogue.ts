/** Writes the catalogue that the page draws from; run by `npm run sync` before every build, check and start. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectors } from '#lib/connectors/index.ts';
import { describeConnectors } from '#lib/connectors/catalogue.ts';

const target = fileURLToPath(new URL('../../src/lib/state/catalogue.json', import.meta.url));
const text = `${JSON.stringify(describeConnectors(connectors), null, 2)}\n`;

/** Written only when it changed, so that a running dev server does not reload for nothing. */
if (current() !== text) writeFileSync(target, text);

function current(): string | undefined {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return undefined;
  }
}
