/** Something to say about a place in a text that `CodeView` shows. */
export interface CodeMark {
  /** Both from 1. */
  line: number;
  column: number;
  message: string;
  severity: 'error' | 'warning' | 'info';
}
