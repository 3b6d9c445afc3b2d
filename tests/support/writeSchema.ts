/** Writes the JSON Schema that editors check files with; the app serves it at `/schema/integration-7.json`. */
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { connectors } from '#lib/connectors/index.ts';
import { documentSchema } from '#lib/yaml/schema.ts';
import { writeGenerated } from './writeGenerated.ts';

// Without line breaks: with them the file would be three times as large.
const text = JSON.stringify(documentSchema(describeConnectors(connectors)));
writeGenerated('static/schema/integration-7.json', `${text}\n`);
