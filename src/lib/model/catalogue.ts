/** What the page knows of connectors: plain data, written from the code when the app is built. */

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
  actions: readonly CatalogueAction[];
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
  /** Shown before the first run. */
  example?: unknown;
  /** How its output is drawn; a tree when absent. */
  view?: OutputView;
}

export type OutputView = 'message';

export type InputType = 'text' | 'longText' | 'number' | 'choice' | 'list' | 'pairs' | 'conditions';

export interface CatalogueInput {
  key: string;
  type: InputType;
  label: string;
  help?: string;
  required: boolean;
  default?: unknown;
  choices?: readonly string[];
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
