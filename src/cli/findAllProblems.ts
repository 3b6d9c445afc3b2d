/** What is wrong with a file: what reading it showed, and what only the whole document shows. */
import type { Problem } from '#lib/model/problem.ts';
import { findProblems } from '#lib/model/problems.ts';
import type { Finding } from '#lib/model/problems/Findings.ts';
import type { Reading } from '#lib/yaml/read.ts';
import { checks } from './checks.ts';
import { loadCatalogue } from './loadCatalogue.ts';

/** Each with line and column where the text has them, in the order of the text. */
export async function findAllProblems({ integration, problems, locate }: Reading): Promise<Problem[]> {
  const findings = integration ? findProblems(integration, await loadCatalogue(), checks) : [];
  const more = findings.filter(needsAct).map((finding) => placed(finding, locate));
  return [...problems, ...more].sort(byPlace);
}

/** What is only worth knowing is for the designer, where it does not stand among what must be mended. */
function needsAct({ severity }: Finding): boolean {
  return severity !== 'info';
}

function placed({ code, severity, message, path }: Finding, locate: Reading['locate']): Problem {
  return { code, severity, message, path, ...locate(path) };
}

function byPlace(left: Problem, right: Problem): number {
  return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}
