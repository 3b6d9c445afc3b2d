/** Connectors that are not here, and those that are nowhere else. */
import { findAction } from '#lib/model/catalogue.ts';
import { missingAction } from '#lib/model/missing.ts';
import type { Findings, PlacedInDocument } from '#lib/model/problems/Findings.ts';

/** A step whose action is missing is kept and cannot run here; elsewhere it may, so that it is no error of the document. */
export function connectorRules(findings: Findings): void {
  for (const placed of findings.steps) {
    const { connector, key } = placed.step.action;
    const found = findAction(findings.catalogue, connector, key);
    if (!found)
      add(
        findings,
        placed,
        'missingConnector',
        `${missing(findings, placed)}: “${placed.step.name}” is kept, but cannot run here.`,
      );
    else if (found.connector.onlyHere)
      add(
        findings,
        placed,
        'onlyHere',
        `“${placed.step.name}” uses ${found.connector.label}, which exists only in Sluice.`,
      );
  }
}

function missing({ catalogue }: Findings, { step }: PlacedInDocument): string {
  const { connector, key } = step.action;
  return missingAction(
    connector,
    key,
    catalogue.connectors.some((one) => one.key === connector),
  );
}

function add(
  findings: Findings,
  { flow, step, path }: PlacedInDocument,
  code: 'missingConnector' | 'onlyHere',
  message: string,
): void {
  findings.add({
    code,
    severity: code === 'onlyHere' ? 'info' : 'warning',
    message,
    path: [...path, 'action'],
    place: { flow: flow.name, step: step.name },
  });
}
