import type { Flow, Integration } from '#lib/model/integration.ts';
import { placedSteps } from '#lib/model/flow.ts';
import { updateFlow } from '#lib/model/flowEdits.ts';
import { mapFlowInputs, mapInputs, type ChangeInput } from '#lib/model/inputs.ts';
import { mentionsOfStep } from '#lib/model/mentions.ts';
import { freeName, referenceName } from '#lib/model/name.ts';
import { pathParts, replacePart } from '#lib/model/reference.ts';
import { mapReferences } from '#lib/model/references.ts';
import { counting, type Renaming } from '#lib/model/rename.ts';
import { updateStep } from '#lib/model/stepEdits.ts';

/**
 * Renames a step of a flow; a taken name gets a number. References of its flow follow, unless another step has the same
 * reference name: which of the two they mean is then not known, and they are left to the other one.
 */
export function renameStep(integration: Integration, flowName: string, from: string, to: string): Renaming {
  const flow = integration.flows.find(({ name }) => name === flowName);
  const names = flow ? placedSteps(flow).map(({ step }) => step.name) : [];
  if (!flow || !names.includes(from) || from === to) return { integration, rewritten: 0, mentions: [] };
  const others = names.filter((name) => name !== from);
  const name = freeName(to, new Set(others));
  const [oldHead, newHead] = [referenceName(from), referenceName(name)];
  const isShared = others.some((other) => referenceName(other) === oldHead);
  const { change, count } = counting(
    oldHead === newHead || isShared ? (input) => input : followHead(oldHead, newHead),
  );
  const renamed = updateFlow(integration, flowName, (old) =>
    mapFlowInputs(renameIn(old, from, name), change),
  );
  const followed = followPreprocess(renamed, flowName, change);
  const mentions = oldHead === newHead ? [] : mentionsOfStep(followed, flowName, oldHead);
  return { integration: followed, rewritten: count(), mentions };
}

/** Gives references whose head is `from` the head `to`. */
export function followHead(from: string, to: string): ChangeInput {
  return (input) =>
    mapReferences(input, (path) => {
      const [head] = pathParts(path);
      return head?.key === from ? replacePart(path, head, to) : path;
    });
}

function renameIn(flow: Flow, from: string, to: string): Flow {
  return updateStep(flow, from, (step) => ({ ...step, name: to }));
}

/** The fields that find customer and flow of a shared address are references into one flow's steps. */
function followPreprocess(integration: Integration, flowName: string, change: ChangeInput): Integration {
  if (integration.preprocessFlowName !== flowName) return integration;
  return mapInputs(integration, (input, at) =>
    at.flow === undefined && at.configVar === undefined ? change(input, at) : input,
  );
}
