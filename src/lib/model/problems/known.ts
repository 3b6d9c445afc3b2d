/** Facts of the format about actions and their inputs that the catalogue does not tell yet. */
import type { ActionRef } from '#lib/model/integration.ts';

/** What an input has to hold. `headers` are those of a request that is sent, `flow` is the name of one. */
export type InputKind = 'json' | 'code' | 'url' | 'flow' | 'headers' | 'list';

/** By `connector/action/input` or `connector/input`, in lower case (format.md 2.1 to 2.3). */
const inputKinds: ReadonlyMap<string, InputKind> = new Map<string, InputKind>([
  ['code/code', 'code'],
  ['collection-tools/validatejsonschema/jsonschema', 'json'],
  ['collection-tools/validatejsonschema/jsoninput', 'json'],
  ['change-data-format/deserializefromjson/data', 'json'],
  ['cross-flow/invokeflow/flowname', 'flow'],
  ['graphql/headers', 'headers'],
  ['graphql/url', 'url'],
  ['http/headers', 'headers'],
  ['http/url', 'url'],
  ['jsonforms/schema', 'json'],
  ['jsonforms/uischema', 'json'],
  ['loop/loopoveritems/items', 'list'],
  ['stop-execution/stopexecution/jsonbody', 'json'],
  ['slack/postslackmessage/webhookurl', 'url'],
  ['soap/headers', 'headers'],
]);

/** `undefined` for what may hold anything. */
export function inputKind({ connector, key: action }: ActionRef, key: string): InputKind | undefined {
  // Functions that filter, map or sort a list; no other input has such a name.
  if (key.endsWith('CodeInput')) return 'code';
  const [ofAction, ofConnector] = [`${connector}/${action}/${key}`, `${connector}/${key}`];
  return inputKinds.get(ofAction.toLowerCase()) ?? inputKinds.get(ofConnector.toLowerCase());
}

/** Steps that the rules know by name. */
export type KnownStep = 'stop' | 'break' | 'branchOnExpression' | 'branchOnValue' | 'schedule';

const knownSteps: ReadonlyMap<string, KnownStep> = new Map<string, KnownStep>([
  ['stop-execution/stopexecution', 'stop'],
  ['loop/breakloop', 'break'],
  ['branch/branchonexpression', 'branchOnExpression'],
  ['branch/branchonvalue', 'branchOnValue'],
  ['schedule-triggers/schedule', 'schedule'],
]);

export function knownStep({ connector, key }: ActionRef): KnownStep | undefined {
  return knownSteps.get(`${connector}/${key}`.toLowerCase());
}

/** What a loop has under its own name while it runs (format.md 1.6.1). */
export const itemKeys: ReadonlySet<string> = new Set(['currentItem', 'index', 'isFirst', 'isLast']);

/** How many terms an operator of a condition compares (format.md 1.6.3). */
export const operatorTerms: ReadonlyMap<string, 1 | 2> = new Map<string, 1 | 2>([
  ['equal', 2],
  ['notEqual', 2],
  ['exactlyMatches', 2],
  ['doesNotExactlyMatch', 2],
  ['greaterThan', 2],
  ['greaterThanOrEqual', 2],
  ['lessThan', 2],
  ['lessThanOrEqual', 2],
  ['in', 2],
  ['notIn', 2],
  ['startsWith', 2],
  ['doesNotStartWith', 2],
  ['endsWith', 2],
  ['doesNotEndWith', 2],
  ['isTrue', 1],
  ['isFalse', 1],
  ['exists', 1],
  ['doesNotExist', 1],
  ['isEmpty', 1],
  ['isNotEmpty', 1],
  ['dateTimeAfter', 2],
  ['dateTimeBefore', 2],
  ['dateTimeSame', 2],
]);

/** How many config variables an integration may have (format.md 1.3). */
export const mostConfigVars = 100;

/** Operators that make sense with an empty text: `name equals ""`. */
export const equalities: ReadonlySet<string> = new Set([
  'equal',
  'notEqual',
  'exactlyMatches',
  'doesNotExactlyMatch',
]);
