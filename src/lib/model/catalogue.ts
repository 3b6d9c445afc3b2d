/** What the page knows of connectors: plain data, written from the code when the app is built. */
import type { Shape } from '#lib/model/shape.ts';

/** How a card is coloured (ux.md 4.2). */
export type Family = 'trigger' | 'logic' | 'data' | 'network' | 'files' | 'messages' | 'code' | 'utility';

/** How the engine runs a step; each kind has one executor. */
export type StepKind = 'trigger' | 'action' | 'branchOnExpression' | 'loopOverItems';

export interface Catalogue {
  connectors: readonly CatalogueConnector[];
}

export interface CatalogueConnector {
  key: string;
  label: string;
  description: string;
  family: Family;
  /** A Lucide name, such as `webhook`. */
  icon: string;
  /** Exists only here, not in the cloud system whose format the files have. */
  onlyHere: boolean;
  /** Kinds of connection its actions take. */
  connections?: readonly CatalogueConnection[];
  actions: readonly CatalogueAction[];
}

/**
 * What an action needs to do its work, nothing when absent: `network` works from a browser, `relay` only through a relay
 * because the service refuses browsers, `never` cannot be done in a browser at all.
 */
export type Needs = 'network' | 'relay' | 'never';

/** A kind of connection: what it is filled in with. */
export interface CatalogueConnection {
  /** As in the file format, such as `apiKey`. */
  key: string;
  label: string;
  help?: string;
  fields: readonly ConnectionField[];
}

export interface ConnectionField {
  key: string;
  label: string;
  help?: string;
  /** Kept in the vault, and shown to nobody again. */
  secret: boolean;
  required: boolean;
  default?: string;
}

export interface CatalogueAction {
  key: string;
  label: string;
  description: string;
  kind: StepKind;
  /** Same inputs, same output, no effect outside. */
  pure: boolean;
  /** Not pure, but performing it twice is the same as once. */
  repeatable?: boolean;
  icon?: string;
  inputs: readonly CatalogueInput[];
  needs?: Needs;
  /** Its keys or its output are not known from any file: they follow their neighbours. */
  unverified?: boolean;
  /** Other words that people look for. */
  synonyms?: readonly string[];
  /** Shown before the first run. */
  example?: unknown;
  /** What its output looks like; `anything` when absent. */
  output?: Shape;
  /** How its output is drawn; a tree when absent. */
  view?: OutputView;
}

export type OutputView = 'message' | 'file';

export type InputType =
  | 'text'
  | 'longText'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'list'
  | 'pairs'
  | 'object'
  | 'data'
  | 'code'
  | 'flow'
  | 'connection'
  | 'conditions';

export interface CatalogueInput {
  key: string;
  type: InputType;
  label: string;
  help?: string;
  required: boolean;
  default?: unknown;
  choices?: readonly string[];
  /** Of `code`. */
  language?: 'javascript' | 'json' | 'liquid' | 'jsonata' | 'graphql' | 'html' | 'xml';
  /** An example of what may be written there. */
  placeholder?: string;
}

/** Finds an action; its key is looked up without regard to case, as the format's own documents spell it both ways. */
export function findAction(
  catalogue: Catalogue,
  connectorKey: string,
  actionKey: string,
): { connector: CatalogueConnector; action: CatalogueAction } | undefined {
  const connector = catalogue.connectors.find(({ key }) => key === connectorKey);
  const action = connector?.actions.find(({ key }) => key.toLowerCase() === actionKey.toLowerCase());
  return connector && action ? { connector, action } : undefined;
}
