/** Every leaf of every input of a document, with what an audit needs to know about its place. */
import type { AuditPlace } from '#lib/model/audit/report.ts';
import { callsOut, isAddressKey, isCodeInput } from '#lib/model/audit/reach.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { eachInput, type InputPlace } from '#lib/model/inputs.ts';
import type { ActionRef, Flow, Input, Integration, Step } from '#lib/model/integration.ts';
import type { DocumentPath } from '#lib/model/problem.ts';

export interface Site {
  input: Input;
  place: AuditPlace;
  action?: ActionRef;
  flow?: Flow;
  /** What holds it may send it away. */
  callsOut: boolean;
  /** It says where to. */
  isAddress: boolean;
  isCode: boolean;
  /** It is an input of a connection, which whoever sets it up may change. */
  isConnection: boolean;
}

/** In the order of the document. */
export function sitesOf(integration: Integration, catalogue: Catalogue): Site[] {
  return Array.from(eachInput(integration), ({ input, at }) => siteOf(input, at, integration, catalogue));
}

/** Owners are found by place, not by name: a broken document may use a name twice. */
function siteOf(input: Input, at: InputPlace, integration: Integration, catalogue: Catalogue): Site {
  const [list, index] = [at.path[0], Number(at.path[1])];
  const flow = list === 'flows' ? integration.flows[index] : undefined;
  const step = flow && stepAt(flow, at.path);
  const variable = list === 'requiredConfigVars' ? integration.configVars[index] : undefined;
  const action = step?.action ?? variable?.connection ?? variable?.dataSource;
  const isConnection = variable?.dataType === 'connection';
  const goesOut = step ? callsOut(step.action, catalogue) : variable !== undefined;
  return {
    input,
    place: placeOf(at),
    action,
    flow,
    callsOut: goesOut,
    isAddress: goesOut && isAddressKey(at.key),
    isCode: action !== undefined && isCodeInput(action, at.key),
    isConnection,
  };
}

function placeOf({ flow, step, configVar, key }: InputPlace): AuditPlace {
  return {
    ...(flow !== undefined && { flow }),
    ...(step !== undefined && { step }),
    ...(configVar !== undefined && { configVar }),
    input: key,
  };
}

/** Follows a path of the document; the trigger is the first of a flow's steps. */
function stepAt(flow: Flow, path: DocumentPath): Step | undefined {
  let step: Step | undefined;
  let steps: readonly Step[] = [flow.trigger, ...flow.steps];
  let branches: Step['branches'];
  for (let index = 2; index + 1 < path.length; index += 2) {
    const [key, number] = [path[index], Number(path[index + 1])];
    if (key === 'steps') {
      step = steps[number];
      [steps, branches] = [step?.steps ?? [], step?.branches];
    } else if (key === 'branches') steps = branches?.[number]?.steps ?? [];
    else return step;
  }
  return step;
}
