/** What an input holds must be there and be what its action needs. */
import { findAction, type CatalogueInput } from '#lib/model/catalogue.ts';
import { leavesOf } from '#lib/model/inputs.ts';
import type { Input, NamedInput } from '#lib/model/integration.ts';
import { codeInputs } from '#lib/model/problems/codeInputs.ts';
import type { Findings, PlacedInDocument } from '#lib/model/problems/Findings.ts';
import {
  droppedHeaders,
  jsonInputs,
  secretShapes,
  urlConnectors,
  urlInput,
} from '#lib/model/problems/known.ts';

/** Every step, its schedule and its inputs. */
export function inputRules(findings: Findings): void {
  for (const placed of findings.steps) {
    checkRequired(findings, placed);
    checkSchedule(findings, placed);
    checkCode(findings, placed);
    for (const [key, input] of Object.entries(placed.step.inputs)) checkInput(findings, placed, key, input);
  }
}

function checkRequired(findings: Findings, placed: PlacedInDocument): void {
  const { connector, key } = placed.step.action;
  const known = findAction(findings.catalogue, connector, key)?.action.inputs ?? [];
  for (const input of known)
    if (isMissing(input, placed.step.inputs[input.key])) requiredInput(findings, placed, input);
}

/** Conditions have a rule of their own. */
function isMissing({ required, type, default: fallback }: CatalogueInput, input: Input | undefined): boolean {
  if (!required || type === 'conditions' || fallback !== undefined) return false;
  const value = input?.value;
  return value === undefined || value === null || value === '';
}

function requiredInput(findings: Findings, placed: PlacedInDocument, { key, label }: CatalogueInput): void {
  const message = `Input “${label}” of “${placed.step.name}” is empty.`;
  findings.addAt(placed, key, { code: 'requiredInput', severity: 'error', message });
}

function checkSchedule(findings: Findings, { flow, step, path }: PlacedInDocument): void {
  const cron = step.schedule?.cron;
  if (cron?.type !== 'value' || typeof cron.value !== 'string' || cron.value === '') return;
  const wrong = findings.checks.cron(cron.value);
  if (wrong === undefined) return;
  findings.add({
    code: 'invalidSchedule',
    severity: 'error',
    message: `The schedule of “${step.name}” cannot be read: ${wrong}`,
    path: [...path, 'schedule', 'value'],
    place: { flow: flow.name, step: step.name, input: 'schedule' },
  });
}

function checkCode(findings: Findings, placed: PlacedInDocument): void {
  for (const [key, code] of codeInputs(placed.step)) {
    const wrong = findings.checks.code(code);
    if (!wrong) continue;
    const message = `The code of “${placed.step.name}” cannot be read, line ${wrong.line}, column ${wrong.column}: ${wrong.message}`;
    findings.addAt(placed, key, { code: 'invalidCode', severity: 'error', message });
  }
}

function checkInput(findings: Findings, placed: PlacedInDocument, key: string, input: Input): void {
  for (const leaf of leavesOf(input)) checkLeaf(findings, placed, key, leaf);
  if (key === 'headers' && input.type === 'complex')
    checkHeaders(findings, placed, input.value as NamedInput[]);
}

function checkLeaf(findings: Findings, placed: PlacedInDocument, key: string, input: Input): void {
  if (input.type === 'template') checkTemplate(findings, placed, key, input.value);
  if (input.type !== 'value' || typeof input.value !== 'string') return;
  const { connector, key: action } = placed.step.action;
  const text = input.value.trim();
  if (text === '') return;
  if (jsonInputs.has(`${connector}/${action}/${key}`)) checkJson(findings, placed, key, text);
  if (key === urlInput && urlConnectors.has(connector)) checkUrl(findings, placed, key, text);
  if (secretShapes.some((shape) => shape.test(text))) secret(findings, placed, key);
}

function checkTemplate(findings: Findings, placed: PlacedInDocument, key: string, text: string): void {
  const message = templateProblem(text);
  if (message === undefined) return;
  const sentence = `Input “${key}” of “${placed.step.name}”: ${message}`;
  findings.addAt(placed, key, { code: 'invalidTemplate', severity: 'error', message: sentence });
}

/** Other double braces belong to whoever reads the text: Liquid has the same. */
function templateProblem(text: string): string | undefined {
  for (const { index } of text.matchAll(/\{\{[#$]/g)) {
    const rest = text.slice(index + 3);
    const end = rest.indexOf('}}');
    const next = rest.search(/\{\{[#$]/);
    if (end < 0 || (next >= 0 && next < end))
      return `the placeholder at character ${index + 1} is not closed.`;
    if (rest.slice(0, end).trim() === '') return `the placeholder at character ${index + 1} is empty.`;
  }
  return undefined;
}

function checkJson(findings: Findings, placed: PlacedInDocument, key: string, text: string): void {
  try {
    JSON.parse(text);
  } catch {
    const message = `Input “${key}” of “${placed.step.name}” is not valid JSON.`;
    findings.addAt(placed, key, { code: 'invalidJson', severity: 'error', message });
  }
}

function checkUrl(findings: Findings, placed: PlacedInDocument, key: string, text: string): void {
  if (URL.canParse(text) && /^https?:/i.test(text)) return;
  const message = `Input “${key}” of “${placed.step.name}” is no web address: it begins with https:// or http://.`;
  findings.addAt(placed, key, { code: 'invalidUrl', severity: 'error', message });
}

function secret(findings: Findings, placed: PlacedInDocument, key: string): void {
  const message = `Input “${key}” of “${placed.step.name}” looks like a secret, and everyone with the file can read it.`;
  findings.addAt(placed, key, { code: 'secretAsText', severity: 'warning', message });
}

function checkHeaders(findings: Findings, placed: PlacedInDocument, rows: readonly NamedInput[]): void {
  for (const { name } of rows) {
    const header = typeof name === 'object' && name !== null ? name.value : name;
    if (typeof header !== 'string' || !droppedHeaders.has(header.toLowerCase())) continue;
    const message = `Browsers set the header “${header}” themselves: “${placed.step.name}” sends it only through a relay.`;
    findings.addAt(placed, 'headers', { code: 'droppedHeader', severity: 'info', message });
  }
}
