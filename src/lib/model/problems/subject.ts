/** What a sentence calls a thing. */
import type { Finding, FindingPlace } from '#lib/model/problems/Findings.ts';
import type { LeafSite, StepSite } from '#lib/model/problems/sites.ts';

type Told = Pick<Finding, 'code' | 'severity' | 'message'> & Partial<Pick<Finding, 'fixes' | 'path'>>;

/** A finding about an input. `path` is the input's own. */
export function aboutLeaf({ at }: LeafSite, { path = at.path, fixes = [], ...told }: Told): Finding {
  const { flow, step, configVar, key } = at;
  const place: FindingPlace = {
    ...(flow !== undefined && { flow }),
    ...(step !== undefined && { step }),
    ...(configVar !== undefined && { configVar }),
    input: key,
  };
  return { ...told, path, place, fixes };
}

/** A finding about a step, or with `input` about one of its inputs. `path` is below the step's own. */
export function aboutStep(
  { flow, step, path: own }: StepSite,
  { path = [], input, fixes = [], ...told }: Told & { input?: string },
): Finding {
  const place = { flow: flow.flow.name, step: step.name, ...(input !== undefined && { input }) };
  return { ...told, path: [...own, ...path], place, fixes };
}

/** `Input “URL” of “Get order”`. */
export function leafSubject({ at, step }: LeafSite): string {
  if (step) return at.key === 'schedule' ? `The schedule of “${step.step.name}”` : inputSubject(step, at.key);
  if (at.configVar !== undefined) return `Input “${at.key}” of config variable “${at.configVar}”`;
  return at.flow === undefined ? `“${at.key}” of the integration` : `“${at.key}” of flow “${at.flow}”`;
}

/** The same for an input that may not be there. */
export function inputSubject({ step, action }: StepSite, key: string): string {
  const label = action?.inputs.find((input) => input.key === key)?.label ?? key;
  return `Input “${label}” of “${step.name}”`;
}
