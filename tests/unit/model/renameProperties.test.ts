import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedSteps, stepNames } from '#lib/model/flow.ts';
import { eachInput, type InputPlace } from '#lib/model/inputs.ts';
import type { Flow, Integration } from '#lib/model/integration.ts';
import { referenceName } from '#lib/model/name.ts';
import { findStep } from '#lib/model/place.ts';
import { parsePath } from '#lib/model/reference.ts';
import { configVarsIn, referencesIn } from '#lib/model/references.ts';
import { renameConfigVar } from '#lib/model/renameConfigVar.ts';
import { renameFlow } from '#lib/model/renameFlow.ts';
import { renameStep } from '#lib/model/renameStep.ts';
import { read } from '#lib/yaml/read.ts';
import { write } from '#lib/yaml/write.ts';
import { arbitraryIntegration } from '../../support/arbitrary.ts';
import { integration } from '../../support/flows.ts';

const fresh = { step: 'Entirely new', flow: 'Entirely new', configVar: 'Entirely new' };

/** Every reference, as the flow it is in and its parts. */
function headsIn(document: Integration): string[] {
  const flowOf = ({ flow: name, configVar: key }: InputPlace) =>
    name ?? (key === undefined ? document.preprocessFlowName : '');
  return Array.from(eachInput(document)).flatMap(({ input, at }) =>
    referencesIn(input).map((path) => `${flowOf(at)} › ${parsePath(path)[0]}`),
  );
}

describe('any rename of a random document', () => {
  const documents = fc.tuple(arbitraryIntegration(), fc.nat(), fc.nat());

  it('of a step leaves no reference to the old name, and as many to the new one', () => {
    fc.assert(
      fc.property(documents, ([document, flowNumber, stepNumber]) => {
        const { flowName, from } = chosen(document, flowNumber, stepNumber);
        const { integration: renamed, name } = renameStep(document, flowName, from, fresh.step);
        const count = (inside: Integration, of: string) =>
          headsIn(inside).filter((head) => head === `${flowName} › ${referenceName(of)}`).length;
        expect(count(renamed, from)).toBe(0);
        expect(count(renamed, name)).toBe(count(document, from));
        expect(headsIn(renamed).length).toBe(headsIn(document).length);
      }),
    );
  });

  it('there and back is the document it was', () => {
    fc.assert(
      fc.property(documents, ([document, flowNumber, stepNumber]) => {
        const { flowName, from } = chosen(document, flowNumber, stepNumber);
        const step = renameStep(document, flowName, from, fresh.step);
        expect(renameStep(step.integration, flowName, fresh.step, from).integration).toEqual(document);
        const asFlow = renameFlow(document, flowName, fresh.flow);
        expect(renameFlow(asFlow.integration, fresh.flow, flowName).integration).toEqual(document);
        const key = document.configVars[0]?.key;
        if (key === undefined) return;
        const asVariable = renameConfigVar(document, key, fresh.configVar);
        expect(renameConfigVar(asVariable.integration, fresh.configVar, key).integration).toEqual(document);
      }),
    );
  });

  it('of a config variable leaves nothing that uses the old key', () => {
    fc.assert(
      fc.property(documents, ([document, number]) => {
        const key = document.configVars[number % document.configVars.length]?.key;
        if (key === undefined) return;
        const { integration: renamed } = renameConfigVar(document, key, fresh.configVar);
        expect(Array.from(eachInput(renamed)).flatMap(({ input }) => configVarsIn(input))).not.toContain(key);
        expect(
          renamed.configPages.flatMap(({ elements }) => elements.map(({ value: shown }) => shown)),
        ).not.toContain(key);
      }),
    );
  });

  it('keeps the steps that do not refer to what was renamed the same objects', () => {
    fc.assert(
      fc.property(documents, ([document, flowNumber, stepNumber]) => {
        const { flowName, from } = chosen(document, flowNumber, stepNumber);
        const { integration: renamed } = renameStep(document, flowName, from, fresh.step);
        document.flows.forEach((before, index) => {
          const after = renamed.flows[index] as Flow;
          if (before.name !== flowName) expect(after).toBe(before);
          for (const { step: old } of placedSteps(before)) {
            const now = findStep(after, old.name);
            const says =
              JSON.stringify(old).includes(referenceName(from)) ||
              JSON.stringify(old).includes(JSON.stringify(from));
            if (now && !says) expect(now).toBe(old);
          }
        });
      }),
    );
  });
});

function chosen(
  { flows }: Integration,
  flowNumber: number,
  stepNumber: number,
): { flowName: string; from: string } {
  const inside = flows[flowNumber % flows.length] as Flow;
  const names = stepNames(inside);
  return { flowName: inside.name, from: names[stepNumber % names.length] ?? '' };
}

const corpus = new URL('../../../../shared/corpus/examples__integrations__github.yml', import.meta.url);

describe.skipIf(!existsSync(corpus))('a real file (skipped: no corpus here)', () => {
  it('differs after any rename of a step in that name and its references only', () => {
    const document = read(readFileSync(corpus)).integration ?? integration();
    const before = write(document).split('\n');
    for (const inside of document.flows)
      for (const from of stepNames(inside)) {
        const { integration: renamed } = renameStep(document, inside.name, from, fresh.step);
        const changed = write(renamed)
          .split('\n')
          .map((line, index): [string, string] => [before[index] ?? '', line])
          .filter(([was, is]) => was !== is);
        expect(changed.length).toBeGreaterThan(0);
        for (const [was, is] of changed) {
          const words = new RegExp(`\\b${referenceName(fresh.step)}\\b|${fresh.step}`, 'g');
          expect([from, referenceName(from)].map((old) => is.replace(words, () => old))).toContain(was);
        }
      }
  });
});
