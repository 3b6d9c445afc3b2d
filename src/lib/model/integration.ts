/** The nouns of a document: what an integration is made of (format.md 1.2 to 1.8). */

/** Keys of the file that have no name here; kept so that nothing a file says is lost. */
export type Extra = Readonly<Record<string, unknown>>;

export interface Integration {
  name: string;
  description: string;
  category: string;
  /** Internal notes in Markdown. */
  documentation: string;
  /** Always lower-case. */
  labels: readonly string[];
  configVars: readonly ConfigVar[];
  configPages: readonly ConfigPage[];
  flows: readonly Flow[];
  extra?: Extra;
}

/** A trigger and the steps that run after it, one after another. */
export interface Flow {
  name: string;
  description: string;
  trigger: Step;
  steps: readonly Step[];
  extra?: Extra;
}

/** One use of an action. `steps` is the body of a loop, `branches` are the lanes of a branch. */
export interface Step {
  /** Unique in its flow, also across loops and branches. */
  name: string;
  description: string;
  action: ActionRef;
  inputs: Readonly<Record<string, Input>>;
  steps?: readonly Step[];
  branches?: readonly Branch[];
  extra?: Extra;
}

/** Which action of which connector a step uses. */
export interface ActionRef {
  connector: string;
  key: string;
  version: number | string;
  isPublic: boolean;
  extra?: Extra;
}

export interface Branch {
  name: string;
  steps: readonly Step[];
  extra?: Extra;
}

/** What one input of a step holds (format.md 1.6). */
export type Input =
  ValueInput | ReferenceInput | ConfigVarInput | TemplateInput | ComplexInput | UnknownInput;

export interface ValueInput {
  type: 'value';
  value: unknown;
  extra?: Extra;
}

/** A path into what earlier steps produced, `pickOrder.results.id`; empty when unset. */
export interface ReferenceInput {
  type: 'reference';
  value: string;
  extra?: Extra;
}

/** The key of a config variable; empty when unset. */
export interface ConfigVarInput {
  type: 'configVar';
  value: string;
  extra?: Extra;
}

/** Text with `{{$step.results.x}}` and `{{#Config variable}}` in it. */
export interface TemplateInput {
  type: 'template';
  value: string;
  extra?: Extra;
}

/** A list of inputs, a list of named inputs, or the conditions of a branch. */
export interface ComplexInput {
  type: 'complex';
  value: readonly ComplexItem[];
  extra?: Extra;
}

/** A kind of input that is not known here, as the file has it; it cannot be evaluated. */
export interface UnknownInput {
  type: 'unknown';
  value: unknown;
  extra?: undefined;
}

export type ComplexItem = NamedInput | Expression | string;

/** A row of a key-value list; both shapes of `name` occur in files and are kept as read, and so are odd ones. */
export type NamedInput = Input & { name?: string | number | boolean | null | Input };

/** `["and", ["equal", term, term], …]` (format.md 1.6.3). */
export type Expression = readonly ComplexItem[];

/** What a customer sets (format.md 1.8). `defaultValue` is text in every file. */
export interface ConfigVar {
  key: string;
  dataType: string;
  description: string;
  defaultValue?: unknown;
  collectionType?: string;
  extra?: Extra;
}

export interface ConfigPage {
  name: string;
  tagline: string;
  elements: readonly ConfigElement[];
  extra?: Extra;
}

export interface ConfigElement {
  type: string;
  value: unknown;
  extra?: Extra;
}
