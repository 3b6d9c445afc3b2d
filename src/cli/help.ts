/** The texts of `--help`. */
import type { Option } from './Arguments.ts';
import type { Command } from './Command.ts';

const PROGRAM = 'npm run --silent sluice --';

/** The list of commands. */
export function programHelp(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, { summary }]): Row => [name, summary]);
  return text([
    'Reads, checks and changes integration files.',
    `Usage: ${PROGRAM} COMMAND ...\n       ${PROGRAM} COMMAND --help`,
    table(rows),
    'FILE may be - for standard input. Exit codes: 0 good, 1 problems, 2 wrong usage or a file that cannot be read.',
  ]);
}

/** What one command does and takes. */
export function commandHelp(name: string, { summary, usage, options, details }: Command): string {
  const rows = Object.entries(options).map((entry): Row => [optionWords(entry), entry[1].help]);
  return text([summary, `Usage: ${PROGRAM} ${name} ${usage}`, table(rows), details]);
}

type Row = readonly [left: string, right: string];

function optionWords([name, { values, short }]: [string, Option]): string {
  return [...(short ? [`-${short},`] : []), `--${name}`, ...values].join(' ');
}

function table(rows: readonly Row[]): string {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

function text(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
