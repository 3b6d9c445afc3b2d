/** What is said of a step whose action is not here; the same on its card and in its failure. */
export function missingAction(connector: string, action: string, connectorIsHere: boolean): string {
  return connectorIsHere
    ? `Connector “${connector}” has no action “${action}”`
    : `Connector “${connector}” is not installed`;
}
