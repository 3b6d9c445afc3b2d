/** `validate FILE...`: everything that is wrong with files, a line each. */
import type { Problem } from '#lib/model/problem.ts';
import { jsonOption, type Command } from '../Command.ts';
import { CommandError, exitCodes } from '../CommandError.ts';
import { findAllProblems } from '../findAllProblems.ts';
import { problemLine, readDocument } from '../documents.ts';
import type { Io } from '../Io.ts';

/** A problem and the file it is in. */
type FileProblem = { file: string } & Omit<Problem, 'fixes'>;

export const validate: Command = {
  summary: 'Says what is wrong with files.',
  usage: 'FILE... [--json]',
  files: { least: 1, most: Infinity },
  options: jsonOption,
  details: [
    'One line a problem: file:line:column code sentence. With --json a list of',
    '{ file, line, column, code, severity, message, path }. Warnings alone end with 0.',
  ].join('\n'),
  async run(given, io) {
    const results: (FileProblem[] | undefined)[] = [];
    for (const file of given.files) results.push(await problemsOf(file, io));
    const problems = results.flatMap((found) => found ?? []);
    if (given.has('json')) io.out(`${JSON.stringify(problems, null, 2)}\n`);
    else for (const problem of problems) io.out(problemLine(problem.file, problem));
    if (results.includes(undefined)) return exitCodes.usage;
    return problems.some(({ severity }) => severity === 'error') ? exitCodes.problems : exitCodes.good;
  },
};

/** Nothing for a file that cannot be read, which is said at once: the others are looked at all the same. */
async function problemsOf(file: string, io: Io): Promise<FileProblem[] | undefined> {
  try {
    const problems = await findAllProblems(await readDocument(file, io));
    return problems.map((problem) => ({ file, ...problem }));
  } catch (thrown) {
    if (!(thrown instanceof CommandError)) throw thrown;
    io.err(`${thrown.message}\n`);
    return undefined;
  }
}
