import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { connectors } from '#lib/connectors/index.ts';
import { auditIntegration } from '#lib/model/audit.ts';
import { diffIntegrations } from '#lib/model/diff.ts';
import { read } from '#lib/yaml/read.ts';

const corpus = '../shared/corpus';
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.yml')) : [];
const catalogue = describeConnectors(connectors);

// Skipped where the collection of real files is absent.
describe.skipIf(files.length === 0)('real files', () => {
  it.each(files)('%s is audited without what its connections hold, and is no change of itself', (name) => {
    const [{ integration: one }, { integration: again }] = [readFile(name), readFile(name)];
    if (!one || !again) return;
    const audit = JSON.stringify(auditIntegration(one, catalogue));
    const held = one.configVars
      .filter(({ dataType }) => dataType === 'connection')
      .flatMap(({ inputs = {} }) => Object.entries(inputs))
      .flatMap(([key, { value }]) =>
        /secret|password|key|token$/i.test(key) && value ? [String(value)] : [],
      );
    expect(held.filter((secret) => audit.includes(secret))).toEqual([]);
    expect(diffIntegrations(one, again)).toEqual([]);
  });
});

function readFile(name: string): ReturnType<typeof read> {
  return read(readFileSync(`${corpus}/${name}`, 'utf8'));
}
