/** What a document would do, as plain data in a fixed order: a screen or a program shows it as it is. */

export interface Audit {
  /** What it talks to: hosts that are only known at run time first, then by name. */
  hosts: readonly AuditHost[];
  /** Where it calls its own flows or gives their addresses away. */
  ownFlows: readonly OwnFlowUse[];
  code: readonly AuditCode[];
  /** Connections and the secrets in them. */
  connections: readonly AuditConnection[];
  triggers: readonly AuditTrigger[];
  /** What it writes, sends or deletes elsewhere. */
  effects: readonly AuditEffect[];
  connectors: NeededConnectors;
  /** Links in the texts that people read before and while they set it up. */
  links: readonly AuditLink[];
}

/** A step of a flow, a config variable, or a field of the document itself. */
export interface AuditPlace {
  flow?: string;
  step?: string;
  configVar?: string;
  /** Key of the input. */
  input?: string;
}

/**
 * `written`: the document says it. `byConfig`: a config variable does, whose default is shown and which a customer may
 * set otherwise. `byConnector`: it follows from the connector. `atRunTime`: nobody can know before it runs.
 */
export type HostSource = 'written' | 'byConfig' | 'byConnector' | 'atRunTime';

export interface AuditHost {
  /** Lower case, international names in their `xn--` form, with the port where it is not the usual one; `''` when unknown. */
  host: string;
  source: HostSource;
  uses: readonly HostUse[];
}

export interface HostUse extends AuditPlace {
  /** What stands there, without what may be secret: user, password, query, most of the path. */
  text: string;
  /** The address holds a user or a password. */
  credentials?: true;
  /** It stands inside a longer text or a value that is sent, not where an address is asked for. */
  mentioned?: true;
}

export interface OwnFlowUse extends AuditPlace {
  /** Name of the flow that is called. */
  target: string;
  /** `false` when its address is only handed to somebody else. */
  calls: boolean;
}

export interface AuditCode extends AuditPlace {
  /** 0 when it is only known at run time. */
  lines: number;
  /** The first line that is not empty, cut. */
  firstLine: string;
  /** It is put together from what earlier steps produced or what a customer sets. */
  atRunTime?: true;
}

export interface AuditConnection {
  configVar: string;
  /** Absent when the document does not say which. */
  connector?: string;
  /** Which of the connector's connections. */
  key?: string;
  /** Key of a connection that several integrations share. */
  scoped?: string;
  inputs: readonly {
    key: string;
    /** The document holds a value, which is not copied here. */ filled: boolean;
  }[];
  usedBy: readonly AuditPlace[];
  /** Where the steps that use it, and it itself, would send to. */
  goesTo: readonly Pick<AuditHost, 'host' | 'source'>[];
}

export type TriggerKind =
  'webhook' | 'schedule' | 'management' | 'crossFlow' | 'recursive' | 'code' | 'other';

export interface AuditTrigger {
  flow: string;
  step: string;
  kind: TriggerKind;
  connector: string;
  action: string;
  /** A cron expression, or what it is made from; absent without a schedule. */
  schedule?: string;
  /** An IANA name; absent for UTC. */
  timeZone?: string;
}

export interface AuditEffect extends AuditPlace {
  connector: string;
  /** `DELETE request`, `Put object`. */
  does: string;
  /** The bucket, channel or address it is done to, as the document writes it. */
  target?: string;
}

export interface NeededConnectors {
  /** Not here, or without the actions that are named. */
  missing: readonly NeededConnector[];
  /** They speak what no browser can. */
  neverInBrowser: readonly NeededConnector[];
  /** The cloud system whose format this is does not have them. */
  onlyHere: readonly NeededConnector[];
}

export interface NeededConnector {
  connector: string;
  /** Keys of actions, connections and data sources, without repeats. */
  actions: readonly string[];
  usedBy: readonly AuditPlace[];
}

export interface AuditLink {
  /** `documentation`, or the name of a config page. */
  place: 'documentation' | { page: string };
  host: string;
  /** Loaded when the text is shown, without a click. */
  image: boolean;
}
