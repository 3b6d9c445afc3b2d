import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Integration } from '#lib/model/integration.ts';
import { read } from '#lib/yaml/read.ts';
import { write } from '#lib/yaml/write.ts';
import { arbitraryIntegration } from '../../support/arbitrary.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 80);

/** Reads what must be in order. */
function readGood(text: string): Integration {
  const { integration, problems } = read(text);
  if (!integration) throw new Error(JSON.stringify(problems));
  return integration;
}

function rewritten(text: string): string {
  return write(readGood(text));
}

const everyKey = readFileSync(new URL('../everyKey.yaml', import.meta.url), 'utf8');

describe('writing a document', () => {
  it('gives a text that is read as the same document', () => {
    fc.assert(
      fc.property(arbitraryIntegration(), (integration) => {
        expect(readGood(write(integration))).toEqual(integration);
      }),
      { numRuns: ROUNDS },
    );
  });

  it('gives the same bytes the second time', () => {
    fc.assert(
      fc.property(arbitraryIntegration(), (integration) => {
        const text = write(integration);
        expect(rewritten(text)).toBe(text);
      }),
      { numRuns: ROUNDS },
    );
  });

  it('loses no key of the format', () => {
    expect(parse(rewritten(everyKey))).toEqual(parse(everyKey));
  });

  it('gives what another parser reads as the same data', () => {
    fc.assert(
      fc.property(arbitraryIntegration(), (integration) => {
        const text = write(integration);
        expect(parse(text)).toEqual(parse(rewritten(text)));
      }),
      { numRuns: ROUNDS },
    );
  });

  it.each([
    ['numbers', '1.0', '0x1f', '12345678901234567890', '1e3', '.inf', '-.inf', '-0'],
    ['yes and no', 'True', 'FALSE', 'true'],
    ['nothing', '~', 'Null', 'null'],
    ['text that looks like more', "'0'", "'true'", "'~'", "'1.0'", "'2020-01-01'", "'yes'"],
    ['quotes', '"a \\t b"', "'it''s'", '"\\u2028"', "''"],
    ['odd text', "'# no'", "'a: b'", "'- a'", "'&a'", "'a '", "' a'"],
  ])('spells %s as the file does', (_what, ...values) => {
    const text = `definitionVersion: 7\nflows: []\nname: a\nodd:\n${values.map((one) => `  - ${one}\n`).join('')}`;
    expect(rewritten(text)).toContain(`odd:\n${values.map((one) => `  - ${one}\n`).join('')}`);
  });

  it.each([
    ['no line end at its end', '|-\n  a\n  b', 'a\nb'],
    ['one line end at its end', '|\n  a\n  b', 'a\nb\n'],
    ['an empty line inside', '|-\n  a\n\n  b', 'a\n\nb'],
    ['spaces at its start', '|2-\n    a\n  b', '  a\nb'],
  ])('keeps text of several lines with %s', (_what, block, value) => {
    const text = `definitionVersion: 7\ndescription: ${block}\nflows: []\nname: a\n`;
    expect(readGood(text).description).toBe(value);
    expect(rewritten(text)).toContain(`description: ${block}\n`);
  });

  it.each(['\0', '\u2029', '\ufeff', 'a\r\nb', '\ud800', '\n', '\n\n', ' \n ', 'a\n\n', '\ta\nb', 'é\u0085'])(
    'keeps the odd text %j',
    (description) => {
      const integration = { ...readGood('definitionVersion: 7\nname: a\nflows: []'), description };
      expect(readGood(write(integration)).description).toBe(description);
    },
  );

  it('keeps comments and empty lines where their keys still are', () => {
    const text = `# Ours
category: '' # none yet

# What it does
description: d
definitionVersion: 7
flows:
  # The only one
  - name: One
    # In order
    steps:
      # It begins here
      - name: T # T as in trigger
        action:
          # From the start
          key: webhook
          component: { key: webhook-triggers, version: LATEST, isPublic: true }
        # Nothing to set
        inputs: {}
  # Nothing after it
name: a
`;
    const again = rewritten(text);
    for (const [comment] of text.matchAll(/#.*/g)) expect(again).toContain(comment);
    expect(again).toContain("category: '' # none yet\n");
    expect(again).toContain('\n\n# What it does\ndescription: d\n');
    expect(rewritten(again)).toBe(again);
  });

  it('leaves out what the file leaves out, until it has a value', () => {
    const text = 'definitionVersion: 7\nflows: []\nname: a\n';
    expect(rewritten(text)).toBe(text);
    expect(write({ ...readGood(text), description: 'b' })).toBe(
      'definitionVersion: 7\ndescription: b\nflows: []\nname: a\n',
    );
  });

  it('writes a value of another type as long as it says the same', () => {
    const text = 'definitionVersion: 7\nflows: []\nname: 2026\n';
    expect(rewritten(text)).toBe(text);
    expect(write({ ...readGood(text), name: 'Year' })).toContain('name: Year\n');
  });

  it('spells a number that was changed as we do', () => {
    const text =
      'definitionVersion: 7\nflows: []\nname: a\nrequiredConfigVars:\n  - dataType: number\n    defaultValue: 0x3\n    key: b\n';
    const before = readGood(text);
    const changed = before.configVars.map((one) => ({ ...one, defaultValue: 5 }));
    expect(write(before)).toBe(text);
    expect(write({ ...before, configVars: changed })).toBe(text.replace('0x3', '5'));
  });

  it('changes only the lines of the step that was edited', () => {
    const before = readGood(everyKey);
    const [flow, ...others] = before.flows;
    if (!flow) throw new Error('no flow');
    const after = {
      ...before,
      flows: [{ ...flow, trigger: { ...flow.trigger, description: 'Edited' } }, ...others],
    };
    const old = new Set(write(before).split('\n'));
    expect(
      write(after)
        .split('\n')
        .filter((line) => !old.has(line)),
    ).toEqual(['        description: Edited']);
  });
});

const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.yml')) : [];

describe.skipIf(files.length === 0)('real files (skipped without the corpus)', () => {
  const textOf = (name: string) => readFileSync(new URL(name, corpus), 'utf8');

  it.each(files)('%s is written as the same data, and as the same bytes the second time', (name) => {
    const text = textOf(name);
    const written = rewritten(text);
    expect(rewritten(written)).toBe(written);
    const { changes } = read(text);
    // An older version is compared with its upgrade, below.
    if (changes.length === 0) expect(parse(written)).toEqual(parse(text));
  });
});
