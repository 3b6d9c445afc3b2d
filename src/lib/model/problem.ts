/** What is wrong with a document, and where. */

export type ProblemCode =
  | 'syntax'
  | 'duplicateKey'
  | 'tooLarge'
  | 'tooDeep'
  | 'tooManyAliases'
  | 'forbiddenKey'
  | 'version'
  | 'missing'
  | 'type'
  | 'duplicateName'
  | 'ambiguousName'
  | 'requiredInput'
  | 'unknownStep'
  | 'laterStep'
  | 'unknownConfigVar'
  | 'unknownFlow'
  | 'emptyContainer'
  | 'incompleteCondition'
  | 'notAList'
  | 'invalidJson'
  | 'invalidUrl'
  | 'invalidTemplate'
  | 'invalidSchedule'
  | 'invalidCode'
  | 'outOfRange'
  | 'conflictingSettings'
  | 'unusedConfigVar'
  | 'unplacedConfigVar'
  | 'misplacedConnection'
  | 'tooMany'
  | 'secretAsText'
  | 'droppedHeader'
  | 'neverRuns'
  | 'outsideLoop'
  | 'noSteps'
  | 'missingConnector'
  | 'noTrigger'
  | 'onlyHere';

/** Keys and list positions from the top of the document. */
export type DocumentPath = readonly (string | number)[];

/** An error keeps a document from being published, a warning does not; a note is only worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

export interface Problem {
  code: ProblemCode;
  severity: Severity;
  /** One plain sentence. */
  message: string;
  path: DocumentPath;
  /** From 1; absent when the document is not text. */
  line?: number;
  /** From 1. */
  column?: number;
}

/** "line 41, column 3", or the path when there is no text. */
export function problemPlace(problem: Problem): string {
  if (problem.line !== undefined) return `line ${problem.line}, column ${problem.column ?? 1}`;
  return problem.path.join(' › ') || 'the whole file';
}
