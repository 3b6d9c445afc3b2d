/** CodeMirror as our widgets use it. Only `CodeView` imports this, on demand: it is 120 KB. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, foldAll, foldGutter, foldKeymap, unfoldAll } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { codeIndent } from '#lib/ui/codeIndent.ts';
import type { CodeMark } from '#lib/ui/CodeMark.ts';
import { codeTheme } from '#lib/ui/codeTheme.ts';

/** See `CodeView`. */
export interface CodeOptions {
  text: string;
  /** Its name for screen readers. */
  label: string;
  language: Extension;
  /** Keeps a column for the signs of marks. */
  marked: boolean;
  /** Told of each change a person makes; without it nothing can be changed. */
  onchange?: (text: string) => void;
}

/** A view on the page. */
export interface CodeHandle {
  /** Shows another text; only what differs is exchanged, so that folds and the scroll position stay. */
  setText: (text: string) => void;
  setMarks: (marks: readonly CodeMark[]) => void;
  /** Selects a place, from 1, and gives it the focus. */
  goTo: (line: number, column: number) => void;
  find: () => void;
  foldAll: () => void;
  unfoldAll: () => void;
  destroy: () => void;
}

/** Draws a text in `parent`. Tab leaves it, as it leaves any field; Ctrl+F finds. */
export function createCodeView(parent: HTMLElement, options: CodeOptions): CodeHandle {
  const view = new EditorView({ parent, doc: options.text, extensions: extensionsOf(options) });
  return {
    setText: (text) => replaceText(view, text),
    setMarks: (marks) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((mark) => diagnosticOf(mark, view.state.doc)),
        ),
      ),
    goTo: (line, column) => goTo(view, line, column),
    find: () => void openSearchPanel(view),
    foldAll: () => void foldAll(view),
    unfoldAll: () => void unfoldAll(view),
    destroy: () => view.destroy(),
  };
}

/** What a text has in every view, also where two are compared. */
export function codeBasics(label: string, language: Extension, editable: boolean): Extension {
  return [
    codeTheme,
    language,
    lineNumbers(),
    EditorState.readOnly.of(!editable),
    EditorView.editable.of(editable),
    EditorView.contentAttributes.of({
      'aria-label': label,
      // What cannot be edited takes the focus all the same: it is read and searched by keys.
      ...(!editable && { tabindex: '0', 'aria-readonly': 'true' }),
    }),
    EditorView.lineWrapping,
    codeIndent,
  ];
}

function extensionsOf({ label, language, marked, onchange }: CodeOptions): Extension {
  return [
    codeBasics(label, language, onchange !== undefined),
    ...(marked ? [lintGutter()] : []),
    foldGutter(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    bracketMatching(),
    search({ top: true }),
    EditorState.phrases.of({
      next: 'Next',
      previous: 'Previous',
      'match case': 'Match case',
      close: 'Close',
    }),
    keymap.of([...defaultKeymap, ...searchKeymap, ...foldKeymap, ...(onchange ? historyKeymap : [])]),
    ...(onchange
      ? [
          history(),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onchange(update.state.doc.toString());
          }),
        ]
      : []),
  ];
}

function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  const shortest = Math.min(before.length, text.length);
  let from = 0;
  while (from < shortest && before[from] === text[from]) from++;
  let end = 0;
  while (end < shortest - from && before.at(-1 - end) === text.at(-1 - end)) end++;
  view.dispatch({
    changes: { from, to: before.length - end, insert: text.slice(from, text.length - end) },
  });
}

function goTo(view: EditorView, line: number, column: number): void {
  const anchor = offsetOf(view.state.doc, line, column);
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
  });
  view.focus();
}

function diagnosticOf({ line, column, message, severity }: CodeMark, document: Text) {
  const from = offsetOf(document, line, column);
  return { from, to: document.lineAt(from).to, message, severity };
}

/** A place that the text does not have is the nearest that it has. */
function offsetOf(document: Text, line: number, column: number): number {
  const found = document.line(Math.min(Math.max(line, 1), document.lines));
  return Math.min(found.from + Math.max(column, 1) - 1, found.to);
}
