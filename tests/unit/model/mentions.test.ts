import { describe, expect, it } from 'vitest';
import type { Input, Integration } from '#lib/model/integration.ts';
import type { Renaming } from '#lib/model/rename.ts';
import { renameConfigVar } from '#lib/model/renameConfigVar.ts';
import { renameFlow } from '#lib/model/renameFlow.ts';
import { renameStep } from '#lib/model/renameStep.ts';
import { complex, flow, step, value } from '../../support/build.ts';
import { code, integration, named } from '../../support/flows.ts';

/** A flow with a step `Get it` and another that has the given input. */
function using(input: Input, key = 'message'): Integration {
  return integration(flow(step('Get it', 'http/httpGet'), step('Use', 'a/b', { [key]: input })));
}

const fetchIt = (document: Integration) => renameStep(document, 'Flow', 'Get it', 'Fetch it');

describe('code that says an old name is mentioned, not rewritten', () => {
  const inCode = (text: string) => integration(flow(step('Get it', 'a/b'), code('Code', text)));
  const lines = ({ mentions }: Renaming) => mentions.map(({ line }) => line);

  it.each<[string, string, number[]]>([
    ['a property', 'a\nreturn stepResults.getIt.results;', [2]],
    ['an optional property', 'stepResults?.getIt', [1]],
    ['a quoted key', 'stepResults["getIt"] + stepResults [ `getIt` ]', [1]],
    ['a property on a line of its own', 'stepResults\n  .getIt', [2]],
    [
      'destructuring, and the uses after it',
      'const { getIt, b } = stepResults;\nb();\nreturn getIt.results;',
      [1, 3],
    ],
    [
      'but not longer names, nor properties, after it',
      'let { getIt } = stepResults;\na.getIt;\ngetIts(forgetIt)',
      [1],
    ],
    ['destructuring in the parameters', 'async (context, { getIt: it }) => it', [1]],
    ['a longer name is another', 'stepResults.getIts; stepResults.forgetIt; const getItAll = 1;', []],
    ['a property of something else', 'other.getIt', []],
  ])('%s', (_what, text, expected) => {
    expect(lines(fetchIt(inCode(text)))).toEqual(expected);
  });

  it('with its place and its line', () => {
    const document = inCode('\n  return stepResults.getIt.results;\n');
    const { integration: renamed, mentions } = fetchIt(document);
    expect(mentions).toEqual([
      { flow: 'Flow', step: 'Code', input: 'code', line: 2, text: 'return stepResults.getIt.results;' },
    ]);
    expect(renamed.flows[0]?.steps[1]).toBe(document.flows[0]?.steps[1]);
  });

  it('not where the new name is spelled like the old one', () => {
    expect(lines(renameStep(inCode('stepResults.getIt'), 'Flow', 'Get it', 'get-it'))).toEqual([]);
  });

  it('only in the step’s own flow', () => {
    const document = integration(
      ...using(value('')).flows,
      named('Other', flow(code('Code', 'stepResults.getIt'))),
    );
    expect(fetchIt(document).mentions).toEqual([]);
  });

  it('in any text where it is read off the results, and as a word only in code', () => {
    expect(lines(fetchIt(using(complex(value('x => stepResults.getIt')))))).toEqual([1]);
    expect(lines(fetchIt(using(value('{ getIt }'))))).toEqual([]);
    expect(lines(fetchIt(using(value('({ getIt }) => 1'), 'filterCodeInput')))).toEqual([1]);
  });

  it('for flows: addresses and quoted names', () => {
    const text = 'invokeFlow("Flow")\ntrigger.webhookUrls["Flow"]\nx.webhookUrls.Flow\nconst Flow = 1';
    expect(lines(renameFlow(inCode(text), 'Flow', 'New'))).toEqual([1, 2, 3]);
  });

  it('for config variables, also in the code of a data source', () => {
    const text = 'configVars["Limit"]\nconfigVars.Limit\nother.Limit';
    const document: Integration = {
      ...inCode(text),
      configVars: [
        {
          key: 'Limit',
          dataType: 'jsonForm',
          description: '',
          inputs: { code: value('({ configVars: { Limit } }) => Limit') },
        },
      ],
    };
    expect(
      renameConfigVar(document, 'Limit', 'Most').mentions.map(({ step: place, line }) => [place, line]),
    ).toEqual([
      ['Code', 1],
      ['Code', 2],
      ['Most', 1],
    ]);
  });

  it('in one line of any length, shown cut, and in any number of them', () => {
    const [mention] = fetchIt(inCode(`stepResults.getIt;${'x'.repeat(10_000)}`)).mentions;
    expect(mention?.text.length).toBeLessThan(300);
    expect(lines(fetchIt(inCode('stepResults.getIt\n'.repeat(20_000)))).length).toBe(20_000);
    expect(
      lines(
        fetchIt(inCode(`getIt ${'stepResults '.repeat(20_000)}${' '.repeat(50_000)}[${' '.repeat(50_000)}`)),
      ),
    ).toEqual([]);
  });
});
