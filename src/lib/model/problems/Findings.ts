/** What the rules have found so far, and what they all look at. */
import type { Catalogue } from '#lib/model/catalogue.ts';
import { eachInput, mapInputs, type PlacedInput } from '#lib/model/inputs.ts';
import type { Flow, Input, Integration, Step } from '#lib/model/integration.ts';
import type { DocumentPath, Problem } from '#lib/model/problem.ts';

/** A problem of a document, where it is in the document's own words, and ways to mend it. */
export interface Finding extends Problem {
  place: { flow?: string; step?: string; input?: string; configVar?: string };
  fixes: readonly Fix[];
}

/** A way to mend it: an edit, or without one the way to the place. */
export interface Fix {
  label: string;
  edit?: (integration: Integration) => Integration;
}

/** What needs a parser. Both give `undefined` for what is in order. */
export interface Checks {
  /** A sentence about a cron expression. */
  cron: (text: string) => string | undefined;
  code: (text: string) => CodeProblem | undefined;
}

export interface CodeProblem {
  message: string;
  /** In the code, both from 1. */
  line: number;
  column: number;
}

/** A step with its place in the document. */
export interface PlacedInDocument {
  flow: Flow;
  step: Step;
  path: DocumentPath;
}

export class Findings {
  readonly integration: Integration;
  readonly catalogue: Catalogue;
  readonly checks: Checks;
  readonly list: Finding[] = [];
  /** Every step of every flow, the trigger first, each container before what it contains. */
  readonly steps: readonly PlacedInDocument[];
  /** Every input of the document, listed once for all rules. */
  readonly inputs: readonly PlacedInput[];
  readonly configVarKeys: ReadonlySet<string>;

  constructor(integration: Integration, catalogue: Catalogue, checks: Checks) {
    this.integration = integration;
    this.catalogue = catalogue;
    this.checks = checks;
    this.steps = integration.flows.flatMap((flow, index) =>
      [flow.trigger, ...flow.steps].flatMap((step, at) => placed(flow, step, ['flows', index, 'steps', at])),
    );
    this.inputs = Array.from(eachInput(integration));
    this.configVarKeys = new Set(integration.configVars.map(({ key }) => key));
  }

  add(finding: Omit<Finding, 'fixes' | 'place'> & Partial<Pick<Finding, 'fixes' | 'place'>>): void {
    this.list.push({ place: {}, fixes: [goTo], ...finding });
  }

  /** Adds a finding about an input of a step. */
  addAt(
    { flow, step, path }: PlacedInDocument,
    input: string,
    finding: Pick<Finding, 'code' | 'severity' | 'message'> & Partial<Pick<Finding, 'fixes' | 'path'>>,
  ): void {
    const place = { flow: flow.name, step: step.name, input };
    this.add({ path: [...path, 'inputs', input], place, ...finding });
  }
}

/** The last way out of everything. */
export const goTo: Fix = { label: 'Go to' };

/** Gives the input at one place another value. */
export function changeInputAt(path: DocumentPath, change: (input: Input) => Input): NonNullable<Fix['edit']> {
  const wanted = path.join('\n');
  return (integration) =>
    mapInputs(integration, (input, at) => (at.path.join('\n') === wanted ? change(input) : input));
}

function placed(flow: Flow, step: Step, path: DocumentPath): PlacedInDocument[] {
  const inside = (steps: readonly Step[], at: DocumentPath) =>
    steps.flatMap((inner, index) => placed(flow, inner, [...at, index]));
  return [
    { flow, step, path },
    ...inside(step.steps ?? [], [...path, 'steps']),
    ...(step.branches ?? []).flatMap((branch, index) =>
      inside(branch.steps, [...path, 'branches', index, 'steps']),
    ),
  ];
}
