/** The document as the rules look at it: every thing with its place and what a rule would otherwise have to search for. */
import type { Catalogue, CatalogueAction, CatalogueConnector, CatalogueInput } from '#lib/model/catalogue.ts';
import type { InputPlace } from '#lib/model/inputs.ts';
import type { ConfigVar, Flow, Input, Integration, Step } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';
import type { Checks } from '#lib/model/problems/Findings.ts';
import type { Suggestions } from '#lib/model/problems/Suggestions.ts';
import type { InputKind, KnownStep } from '#lib/model/problems/known.ts';

export interface Survey {
  integration: Integration;
  catalogue: Catalogue;
  checks: Checks;
  flows: readonly FlowSite[];
  configVars: readonly ConfigVarSite[];
  /** Inputs of config variables and of the integration itself. */
  leaves: readonly LeafSite[];
  flowNames: ReadonlySet<string>;
  configVarKeys: ReadonlySet<string>;
  /** Keys that inputs point to. */
  usedConfigVars: ReadonlySet<string>;
  /** Code that reads config variables. */
  configVarCode: readonly string[];
  /** What the elements of config pages hold: keys, where they show a variable. */
  placed: ReadonlySet<unknown>;
  suggestions: Suggestions;
}

export interface FlowSite {
  flow: Flow;
  index: number;
  path: DocumentPath;
  /** In the order they run, each container before what it contains; the trigger is the first. */
  steps: readonly StepSite[];
  /** By what references call them (format.md 1.6.4): one, unless the document is broken. */
  byHead: ReadonlyMap<string, readonly StepSite[]>;
  /** Inputs of the flow's own settings. */
  leaves: readonly LeafSite[];
  uses: Uses;
}

/** Which config variables something uses: keys that its inputs point to, and code that reads some. */
export interface Uses {
  configVars: ReadonlySet<string>;
  code: readonly string[];
}

export interface StepSite {
  step: Step;
  flow: FlowSite;
  path: DocumentPath;
  /** Place in `FlowSite.steps`. */
  order: number;
  /** How many steps stand inside it. */
  inside: number;
  /** The list it stands in, and where; the trigger is alone. */
  list: readonly Step[];
  index: number;
  /** The step it stands in, and in which of its lanes; a loop has one list only. */
  holder?: StepSite;
  lane?: number;
  known?: KnownStep;
  /** Absent when the catalogue does not have it. */
  action?: CatalogueAction;
  connector?: CatalogueConnector;
  /** Inputs that must be filled in. */
  required: readonly CatalogueInput[];
  leaves: readonly LeafSite[];
}

export interface ConfigVarSite {
  configVar: ConfigVar;
  index: number;
  path: DocumentPath;
}

/** An input that is no list, wherever it stands. */
export interface LeafSite {
  input: Input;
  at: InputPlace;
  /** What it has to hold, of itself or in its list. */
  kind?: InputKind;
  step?: StepSite;
  flow?: FlowSite;
  /** Paths of its references, and keys of its config variables. */
  references: readonly string[];
  configVars: readonly string[];
}
