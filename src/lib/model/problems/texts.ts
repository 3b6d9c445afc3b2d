/** Texts that must be what their input asks for: JSON, an address, code, a list, the name of a flow. */
import type { Input } from '#lib/model/integration.ts';
import { changeInputsAt } from '#lib/model/problems/edits.ts';
import { goTo, type Finding } from '#lib/model/problems/Findings.ts';
import { jsonProblem } from '#lib/model/problems/jsonProblem.ts';
import type { InputKind } from '#lib/model/problems/known.ts';
import { filledText, literalText } from '#lib/model/problems/literal.ts';
import type { LeafSite, Survey } from '#lib/model/problems/sites.ts';
import { aboutLeaf, leafSubject } from '#lib/model/problems/subject.ts';

type Rule = (leaf: LeafSite, survey: Survey) => Finding[];

const rules: Readonly<Record<InputKind, Rule>> = {
  json: invalidJson,
  code: invalidCode,
  url: invalidUrl,
  flow: unknownFlow,
  list: notAList,
  headers: () => [],
};

export function textFindings(leaf: LeafSite, survey: Survey): Finding[] {
  return leaf.kind ? rules[leaf.kind](leaf, survey) : [];
}

function invalidJson(leaf: LeafSite): Finding[] {
  const place = isOtherContent(leaf) ? undefined : jsonProblem(literalText(leaf) ?? '');
  if (place === undefined) return [];
  const message = `${leafSubject(leaf)} is not valid JSON${place}.`;
  return [aboutLeaf(leaf, { code: 'invalidJson', severity: 'error', message, fixes: [goTo] })];
}

/** An answer that says it is something else need not be JSON. */
function isOtherContent({ step }: LeafSite): boolean {
  const type = step && Object.hasOwn(step.step.inputs, 'contentType') && step.step.inputs.contentType?.value;
  return typeof type === 'string' && type !== '' && !type.includes('json');
}

/** A placeholder in code is filled in as text before the code is read: in quotes or not, a number can stand there. */
function invalidCode(leaf: LeafSite, { checks }: Survey): Finding[] {
  const text = filledText(leaf, '0') ?? '';
  const wrong = text.trim() === '' ? undefined : checks.code(text);
  if (!wrong) return [];
  const place = `line ${wrong.line}, column ${wrong.column}`;
  const message = `${leafSubject(leaf)} cannot be read as code, ${place}: ${wrong.message}`;
  return [
    aboutLeaf(leaf, {
      code: 'invalidCode',
      severity: 'error',
      message,
      fixes: [{ label: `Go to line ${wrong.line}` }],
    }),
  ];
}

/** What begins with a placeholder may turn out to be any address; anywhere else a number can stand for one. */
function invalidUrl(leaf: LeafSite): Finding[] {
  const { value } = leaf.input;
  const text = filledText(leaf, '1') ?? '';
  const isOpen = typeof value === 'string' && leaf.input.type === 'template' && /^\{\{[#$]/.test(value);
  if (text === '' || isOpen || (/^https?:/i.test(text) && canParse(text))) return [];
  const message = `${leafSubject(leaf)} is no address: one begins with https:// or http://.`;
  return [aboutLeaf(leaf, { code: 'invalidUrl', severity: 'error', message, fixes: [goTo] })];
}

function canParse(text: string): boolean {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}

function unknownFlow(leaf: LeafSite, { flowNames, suggestions }: Survey): Finding[] {
  const name = literalText(leaf) ?? '';
  if (name === '' || flowNames.has(name)) return [];
  const best = suggestions.nearest(name, flowNames.size, () => flowNames);
  const edit = changeInputsAt([leaf.at.path], (input) =>
    input.value === name ? ({ ...input, value: best } as Input) : input,
  );
  return [
    aboutLeaf(leaf, {
      code: 'unknownFlow',
      severity: 'error',
      message: `${leafSubject(leaf)} names the flow “${name}”, but there is none of that name.`,
      fixes: best === undefined ? [goTo] : [{ label: `Use “${best}”`, edit }, goTo],
    }),
  ];
}

/** Text that holds a list or an object as JSON is one too; in a list anything may stand. */
function notAList(leaf: LeafSite): Finding[] {
  const { at, input } = leaf;
  const value = literalText(leaf) ?? (input.type === 'value' ? input.value : undefined);
  const isFilled = value !== undefined && value !== null && value !== '';
  if (at.path.at(-1) !== at.key || !isFilled || holdsMany(value)) return [];
  const message = `${leafSubject(leaf)} is no list.`;
  return [
    aboutLeaf(leaf, { code: 'notAList', severity: 'error', message, fixes: [{ label: 'Pick a list' }] }),
  ];
}

function holdsMany(value: unknown): boolean {
  if (typeof value === 'object') return true;
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : undefined;
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}
