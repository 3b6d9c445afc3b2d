/** The checks of a document that need a parser: schedules and code. */
import { codeProblem } from '#lib/connectors/code/codeProblem.ts';
import type { Checks } from '#lib/model/problems/Findings.ts';
import { cronProblem } from '#lib/triggers/cronProblem.ts';

export const checks: Checks = { cron: cronProblem, code: codeProblem };
