/** Reading, writing and editing a large document, beside what the YAML library and JSON alone need for it. */
import { parse, parseDocument, stringify } from 'yaml';
import { connectors } from '#lib/connectors/index.ts';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { setInput } from '#lib/model/inputEdits.ts';
import type { Integration } from '#lib/model/integration.ts';
import { findProblems } from '#lib/model/problems.ts';
import { updateStep } from '#lib/model/stepEdits.ts';
import { updateFlow } from '#lib/model/flowEdits.ts';
import { checks } from '../../src/cli/checks.ts';
import { read } from '#lib/yaml/read.ts';
import { write } from '#lib/yaml/write.ts';
import { template } from '../support/build.ts';
import type { Benchmark, Measured } from './Benchmark.ts';
import { largeDocument } from './largeDocument.ts';
import { mediansMs } from './mediansMs.ts';

export const document: Benchmark = {
  summary: 'a document of 1,000 steps (10 triggers besides): read, write, edit',
  run() {
    const text = write(largeDocument());
    const { integration } = read(text);
    if (!integration) throw new Error('The large document cannot be read.');
    return [reading(text), writing(integration, text), editing(integration, text)];
  },
};

function reading(text: string): Measured {
  const json = JSON.stringify(parse(text));
  const { value, library, plain } = mediansMs({
    value: () => read(text),
    library: () => parseDocument(text),
    plain: () => JSON.parse(json),
  });
  const floors = [
    { name: 'parseDocument of the yaml library', value: library },
    { name: 'JSON.parse', value: plain },
  ];
  return { name: 'read', value, unit: 'ms', aim: 150, floors };
}

function writing(integration: Integration, text: string): Measured {
  const data = parse(text);
  const { value, library, plain } = mediansMs({
    value: () => write(integration),
    library: () => stringify(data),
    plain: () => JSON.stringify(data),
  });
  const floors = [
    { name: 'stringify of the yaml library', value: library },
    { name: 'JSON.stringify', value: plain },
  ];
  return { name: 'write', value, unit: 'ms', aim: 100, floors };
}

/** Each run edits what the run before has left, as typing does. */
function editing(integration: Integration, text: string): Measured {
  const catalogue = describeConnectors(connectors);
  const data = parse(text);
  let [edited, count] = [integration, 0];
  const { value, plain } = mediansMs({
    value() {
      edited = editOnce(edited, `{{#Shop address}}/orders?page=${++count}`);
      return findProblems(edited, catalogue, checks);
    },
    plain: () => JSON.stringify(data),
  });
  const floors = [{ name: 'JSON.stringify', value: plain }];
  return { name: 'one edit, then all problems', value, unit: 'ms', aim: 20, floors };
}

function editOnce(integration: Integration, url: string): Integration {
  return updateFlow(integration, 'Flow 5', (flow) =>
    updateStep(flow, 'Get orders 5', (step) => setInput(step, 'url', template(url))),
  );
}
