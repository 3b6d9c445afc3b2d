/** Changes of one step that stands in both documents: its name, action, inputs, lanes and handling of errors. */
import { partOf, quoted, type Change, type Subject } from '#lib/model/diff/change.ts';
import { diffExtra, diffFields, type Fields } from '#lib/model/diff/diffFields.ts';
import { diffInputs } from '#lib/model/diff/diffInputs.ts';
import { diffLanes, laneNames } from '#lib/model/diff/diffLanes.ts';
import type { StepMatching } from '#lib/model/diff/matchSteps.ts';
import { shortTexts } from '#lib/model/diff/shortText.ts';
import type { StepNode } from '#lib/model/diff/tree.ts';
import type { ActionRef, Step } from '#lib/model/integration.ts';

/** Compares what a step was with what it is; that it moved is told by the caller. */
export function diffStep(before: StepNode, after: StepNode, matching: StepMatching, flow: string): Change[] {
  const [was, is] = [before.step, after.step];
  if (was === is) return [];
  const subject: Subject = { phrase: quoted(is.name), place: { flow, step: is.name } };
  const lanes = matching.lanes.get(after);
  return [
    ...renamed(was, is, after.list ? 'Step' : 'Trigger', subject),
    ...diffAction(was.action, is.action, after.list ? undefined : `flow ${quoted(flow)}`, subject),
    ...(lanes ? diffLanes(lanes, subject) : []),
    ...diffInputs(was.inputs, is.inputs, subject, matching.names, lanes && laneNames(lanes)),
    ...diffFields(was, is, stepFields, subject, matching.names),
  ];
}

const stepFields: Fields<Step> = {
  description: { label: 'Description', noun: 'description' },
  errorConfig: { label: 'Error handling', noun: 'error handling' },
  schedule: { label: 'Schedule', noun: 'schedule' },
};

function renamed(before: Step, after: Step, label: 'Step' | 'Trigger', { place }: Subject): Change[] {
  if (before.name === after.name) return [];
  const noun = label === 'Step' ? 'step' : 'trigger';
  const sentence = `${label} ${quoted(before.name)} renamed to ${quoted(after.name)}`;
  return [{ kind: 'renamed', noun, sentence, place, before: before.name, after: after.name }];
}

/** Another action of a trigger is another trigger: a different thing starts the flow. */
function diffAction(
  before: ActionRef,
  after: ActionRef,
  flow: string | undefined,
  subject: Subject,
): Change[] {
  const changes = diffExtra(before.extra, after.extra, {
    ...subject,
    phrase: `the action of ${subject.phrase}`,
  });
  const [was, is] = [actionText(before), actionText(after)];
  if (was !== is) {
    const sentence = flow ? `Trigger of ${flow} changed` : `${partOf('Action', subject)} changed`;
    return [
      {
        kind: 'changed',
        noun: flow ? 'trigger' : 'action',
        sentence,
        place: subject.place,
        before: was,
        after: is,
      },
      ...changes,
    ];
  }
  if (before.version === after.version) return changes;
  const sentence = `${partOf('Connector version', subject)} changed`;
  const texts = shortTexts(String(before.version), String(after.version));
  return [
    { kind: 'changed', noun: 'connector version', sentence, place: subject.place, ...texts },
    ...changes,
  ];
}

function actionText({ connector, key, isPublic }: ActionRef): string {
  return `${connector}/${key}${isPublic ? '' : ' (private)'}`;
}
