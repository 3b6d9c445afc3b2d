/** Changes of the config variables of a document. */
import { quoted, type Change, type Subject } from '#lib/model/diff/change.ts';
import { diffFields, type Fields } from '#lib/model/diff/diffFields.ts';
import { diffInputs } from '#lib/model/diff/diffInputs.ts';
import { itemChange, orderChanges, renameChanges, type Naming } from '#lib/model/diff/listChanges.ts';
import { matchLists, share, type Matching } from '#lib/model/diff/match.ts';
import { noNames, type Names } from '#lib/model/diff/names.ts';
import { sameNoun } from '#lib/model/diff/same.ts';
import type { ConfigVar, Integration } from '#lib/model/integration.ts';

type ConfigVars = Integration['configVars'];

/** Which variables are the same, by key or by everything else they are. */
export function matchConfigVars(before: ConfigVars, after: ConfigVars): Matching<ConfigVar> {
  return matchLists(before, after, naming.nameOf, likeness);
}

export function diffConfigVars(
  before: ConfigVars,
  after: ConfigVars,
  { pairs, added, removed }: Matching<ConfigVar>,
  names: Names,
): Change[] {
  return [
    ...removed.map((configVar) => itemChange('removed', configVar, naming)),
    ...added.map((configVar) => itemChange('added', configVar, naming)),
    ...orderChanges(before, after, pairs, naming),
    ...pairs.flatMap((pair) => [
      ...renameChanges(pair, naming),
      ...diffConfigVar(pair.before, pair.after, names),
    ]),
  ];
}

function diffConfigVar(before: ConfigVar, after: ConfigVar, names: Names): Change[] {
  const place = { configVar: after.key };
  const subject: Subject = { phrase: `config variable ${quoted(after.key)}`, place };
  const inputs = diffInputs(before.inputs ?? {}, after.inputs ?? {}, subject, names);
  const secret = before.dataType === 'connection' || after.dataType === 'connection';
  return [
    ...diffFields(before, after, configVarFields, subject, names),
    ...(secret ? inputs.map(withoutTexts) : inputs),
  ];
}

/** What a connection holds may be a password: a list of changes is kept and shown where a secret must not be. */
function withoutTexts({ before: _before, after: _after, ...change }: Change): Change {
  return change;
}

const naming: Naming<ConfigVar> = {
  label: 'Config variable',
  noun: 'config variable',
  nameOf: ({ key }) => key,
  placeOf: ({ key }) => ({ configVar: key }),
};

const configVarFields: Fields<ConfigVar> = {
  dataType: { label: 'Type', noun: 'setting' },
  description: { label: 'Description', noun: 'description' },
  defaultValue: { label: 'Default value', noun: 'setting' },
  collectionType: { label: 'Number of values', noun: 'setting' },
  orgOnly: { label: 'Who sets it', noun: 'setting' },
  pickList: { label: 'Choices', noun: 'setting' },
  codeLanguage: { label: 'Code language', noun: 'setting' },
  scheduleType: { label: 'Schedule type', noun: 'setting' },
  timeZone: { label: 'Time zone', noun: 'setting' },
  connection: { label: 'Connection', noun: 'setting' },
  dataSource: { label: 'Data source', noun: 'setting' },
  useScopedConfigVar: { label: 'Source of the connection', noun: 'setting' },
};

/** Variables of one type are as alike as the fields that either of them has. */
function likeness(before: ConfigVar, after: ConfigVar): number {
  if (before.dataType !== after.dataType) return 0;
  const keys = comparedKeys.filter((key) => isSet(before[key]) || isSet(after[key]));
  const same = keys.filter((key) => sameNoun({ [key]: before[key] }, { [key]: after[key] }, noNames));
  return share(same.length, keys.length);
}

const comparedKeys = [...Object.keys(configVarFields), 'inputs', 'extra'] as (keyof ConfigVar)[];

function isSet(value: unknown): boolean {
  return value !== undefined && value !== '' && value !== false;
}
