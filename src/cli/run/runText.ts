/** A run as text for a terminal: a line for each step, then what else there is to say. Long things are cut. */
import { oneLine } from '../oneLine.ts';
import type { ExecutionReport, InvokedReport, LogReport, RunReport, StepReport } from './RunReport.ts';
import { jsonText } from './shown.ts';

/** Rows of one section; the rest is counted. */
const MOST_ROWS = 200;
const OUTPUT_LENGTH = 100;
const RESULT_LENGTH = 2_000;
const PATH_WIDTH = 40;

export function runText(report: RunReport): string {
  const parts = [
    section('Steps', report.steps.map(stepRow)),
    section('Log', report.logs.map(logRow)),
    section('Flows started', report.invoked.map(invokedRow)),
    section('State', stateRows(report)),
    section('Answer', answerRows(report)),
    section(
      'Result',
      'result' in report && report.result !== undefined ? [short(report.result, RESULT_LENGTH)] : [],
    ),
    section('Failure', failureRows(report)),
    `${oneLine(`${report.flow}: ${ending(report)}`)}\n`,
  ];
  return parts.filter((text) => text !== '').join('\n');
}

function section(heading: string, rows: readonly string[]): string {
  if (rows.length === 0) return '';
  const left = rows.length - MOST_ROWS;
  const shown = rows.slice(0, MOST_ROWS).map((row) => `  ${oneLine(row)}`);
  const rest = left > 0 ? [`  … and ${left} more: see --json.`] : [];
  return [heading, ...shown, ...rest, ''].join('\n');
}

function stepRow({ path, status, attempts, ms, output, failure }: StepReport): string {
  const tries = attempts > 1 ? ` after ${attempts} attempts` : '';
  const said = failure ? failure.message : short(output, OUTPUT_LENGTH);
  return [path.padEnd(PATH_WIDTH), `${status}${tries}`.padEnd(9), duration(ms).padStart(8), said].join('  ');
}

function logRow({ level, path, message }: LogReport): string {
  return `${level.padEnd(5)}  ${path}: ${message}`;
}

function invokedRow(invoked: InvokedReport): string {
  const { flow, calledBy, failure } = invoked;
  return `${flow}, by ${calledBy.path}: ${ending(invoked)}${failure ? `: ${failure.message}` : ''}`;
}

function stateRows({ state }: RunReport): string[] {
  const flows = Object.entries(state.instance).map(([flow, values]) => [`of ${flow}`, values] as const);
  const scopes = [['cross-flow', state.crossFlow], ['integration', state.integration], ...flows] as const;
  const filled = scopes.filter(([, values]) => Object.keys(values).length > 0);
  return filled.map(([name, values]) => `${name}: ${short(values, OUTPUT_LENGTH)}`);
}

function answerRows({ response }: RunReport): string[] {
  return response ? [`${response.status} ${cut(response.body, OUTPUT_LENGTH)}`] : [];
}

function failureRows({ failure }: RunReport): string[] {
  if (!failure) return [];
  const { code, step, message, hint, detail } = failure;
  const lines = [
    `${step === undefined ? '' : `${step}: `}${message} (${code})`,
    hint,
    ...(detail ?? '').split('\n'),
  ];
  return lines
    .filter((line) => line !== undefined && line !== '')
    .map((line) => cut(line ?? '', RESULT_LENGTH));
}

function ending({ outcome, ms, warnings, steps }: ExecutionReport): string {
  const ignored = warnings > 0 ? `, ${counted(warnings, 'failure')} ignored` : '';
  return `${outcome} after ${counted(steps.length, 'step')} in ${duration(ms)}${ignored}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function short(value: unknown, length: number): string {
  return value === undefined ? '' : cut(jsonText(value), length);
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
