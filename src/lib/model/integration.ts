/** The nouns of a document: what an integration is made of (format.md 1.2 to 1.8). */
import type { Written } from '#lib/model/written.ts';

/** Keys of the file that have no name here; kept so that nothing a file says is lost. */
export type Extra = Readonly<Record<string, unknown>>;

/** What every noun carries along besides what it means. */
export interface FromFile {
  /** Keys that have no name here, and values of known keys that have the wrong type, as they were read. */
  extra?: Extra;
  /** Comments, styles and left-out defaults, by place below the noun; only `yaml/` reads and writes it. */
  written?: Written;
}

export interface Integration extends FromFile {
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
  /** Which webhook addresses there are: `flow_specific`, `instance_specific` or `shared_instance`. */
  endpointType?: string;
  defaultInstanceProfile?: string;
  /** Name of the flow that finds out which customer and which flow a shared address means. */
  preprocessFlowName?: string;
  /** References into what that flow produces. */
  externalCustomerIdField?: Input;
  externalCustomerUserIdField?: Input;
  flowNameField?: Input;
}

/** A trigger and the steps that run after it, one after another (format.md 1.4). */
export interface Flow extends FromFile {
  /** Unique in its integration. */
  name: string;
  description: string;
  trigger: Step;
  steps: readonly Step[];
  /** The sender of a request waits for the last step's result. */
  isSynchronous?: boolean;
  /** `unsecured`, `customer_optional`, `customer_required` or `organization`. */
  endpointSecurityType?: string;
  retryConfig?: RetryConfig;
  queueConfig?: QueueConfig;
}

/** Whether and when a failed execution is started again. */
export interface RetryConfig extends FromFile {
  /** 0 to 10. */
  maxAttempts?: number;
  /** 0 to 60. */
  delayMinutes?: number;
  usesExponentialBackoff?: boolean;
  /** A newer execution with the same value here cancels the retries of an older one. */
  uniqueRequestIdField?: Input;
}

/** How executions of one flow wait for each other. */
export interface QueueConfig extends FromFile {
  /** One after another, in the order they came. */
  usesFifoQueue?: boolean;
  /** An execution whose value here is already waiting is dropped. */
  dedupeIdField?: Input;
  /** A schedule does not start while its last execution still runs. */
  singletonExecutions?: boolean;
  /** 2 to 15. */
  concurrencyLimit?: number;
}

/** One use of an action. `steps` is the body of a loop, `branches` are the lanes of a branch (format.md 1.5). */
export interface Step extends FromFile {
  /** Unique in its flow, also across loops and branches. */
  name: string;
  description: string;
  action: ActionRef;
  inputs: Readonly<Record<string, Input>>;
  steps?: readonly Step[];
  branches?: readonly Branch[];
  errorConfig?: ErrorConfig;
  /** Of triggers that start by the clock. */
  schedule?: Schedule;
}

/** What happens when a step fails. */
export interface ErrorConfig extends FromFile {
  /** `fail` (when absent), `ignore` or `retry`. */
  errorHandlerType?: string;
  /** 0 to 5. */
  maxAttempts?: number;
  /** 0 to 60. */
  delaySeconds?: number;
  usesExponentialBackoff?: boolean;
  /** After the last attempt the flow goes on. */
  ignoreFinalError?: boolean;
}

/** When a trigger starts its flow by the clock (format.md 1.7). */
export interface Schedule extends FromFile {
  /** A cron expression as a value, a config variable that holds one, or a template. */
  cron: Input;
  /** `none`, `once`, `custom`, `minute`, `hour`, `day` or `week`. */
  scheduleType: string;
  /** An IANA name; empty is UTC. */
  timeZone: string;
}

/** Which action of which connector a step uses; also a connection, or the data source that fills a list of choices. */
export interface ActionRef extends FromFile {
  connector: string;
  key: string;
  /** A number, or `LATEST`. */
  version: number | string;
  isPublic: boolean;
}

export interface Branch extends FromFile {
  name: string;
  steps: readonly Step[];
}

/** What one input of a step holds (format.md 1.6). */
export type Input =
  ValueInput | ReferenceInput | ConfigVarInput | TemplateInput | ComplexInput | UnknownInput;

export interface ValueInput extends FromFile {
  type: 'value';
  value: unknown;
}

/** A path into what earlier steps produced, `pickOrder.results.id`; empty when unset. */
export interface ReferenceInput extends FromFile {
  type: 'reference';
  value: string;
}

/** The key of a config variable; empty when unset. */
export interface ConfigVarInput extends FromFile {
  type: 'configVar';
  value: string;
}

/** Text with `{{$step.results.x}}` and `{{#Config variable}}` in it. */
export interface TemplateInput extends FromFile {
  type: 'template';
  value: string;
}

/** A list of inputs, a list of named inputs, or the conditions of a branch. */
export interface ComplexInput extends FromFile {
  type: 'complex';
  value: readonly ComplexItem[];
}

/** A kind of input that is not known here, as the file has it; it cannot be evaluated. */
export interface UnknownInput {
  type: 'unknown';
  value: unknown;
  extra?: undefined;
  written?: Written;
}

export type ComplexItem = NamedInput | Expression | string;

/** A row of a key-value list; both shapes of `name` occur in files and are kept as read, and so are odd ones. */
export type NamedInput = Input & { name?: string | number | boolean | null | Input };

/** `["and", ["equal", term, term], …]` (format.md 1.6.3). */
export type Expression = readonly ComplexItem[];

/** What a customer sets (format.md 1.8). `defaultValue` is text in every file. */
export interface ConfigVar extends FromFile {
  /** Shown name and identity. */
  key: string;
  /** `string`, `number`, `boolean`, `date`, `timestamp`, `picklist`, `schedule`, `code`, `connection`, … */
  dataType: string;
  description: string;
  defaultValue?: unknown;
  /** `valuelist` or `keyvaluelist`: several values instead of one. */
  collectionType?: string;
  /** Set by us, not by the customer. */
  orgOnly?: boolean;
  /** Choices of a picklist. */
  pickList?: readonly string[];
  /** `json`, `xml` or `html`. */
  codeLanguage?: string;
  scheduleType?: string;
  timeZone?: string;
  /** Which connection of which connector it is. */
  connection?: ActionRef;
  /** What fills its choices; `inputs` are its inputs then. */
  dataSource?: ActionRef;
  /** Of a connection or a data source. */
  inputs?: Readonly<Record<string, Input>>;
  /** Key of a connection that several integrations share. */
  useScopedConfigVar?: string;
}

export interface ConfigPage extends FromFile {
  name: string;
  tagline: string;
  elements: readonly ConfigElement[];
}

export interface ConfigElement extends FromFile {
  /** `configVar` (its value is the variable's key), `htmlElement` or `jsonForm`. */
  type: string;
  value: unknown;
}
