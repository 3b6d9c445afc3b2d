/** What is wrong with the code of a step, read and never run; `undefined` when it can be read. */
import { prepareCode, type CodeProblem } from '#lib/connectors/code/prepareCode.ts';

/** Of the syntax only: what the code does shows when it runs. */
export function codeProblem(code: string): CodeProblem | undefined {
  if (answers.has(code)) return answers.get(code);
  if (answers.size >= mostAnswers) answers.clear();
  const prepared = prepareCode(code);
  const answer = 'problem' in prepared ? prepared.problem : undefined;
  answers.set(code, answer);
  return answer;
}

/** Answers of before: a document is looked at after each edit, and an edit leaves most of its code as it is. */
const answers = new Map<string, CodeProblem | undefined>();
const mostAnswers = 2_000;
