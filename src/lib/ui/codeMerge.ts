/** Two texts compared, by CodeMirror. Only `TextDiff` imports this, on demand. */
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { codeBasics } from '#lib/ui/codeMirror.ts';

/** See `TextDiff`. */
export interface DiffOptions {
  before: DiffSide;
  after: DiffSide;
  language: Extension;
  sideBySide: boolean;
  /** Long stretches that are the same are folded to a line. */
  folded: boolean;
}

/** A text and its name for screen readers. */
export interface DiffSide {
  text: string;
  label: string;
}

/** Draws what differs and returns the way to take it off the page. */
export function createTextDiff(parent: HTMLElement, options: DiffOptions): () => void {
  const view = options.sideBySide ? twoViews(parent, options) : oneView(parent, options);
  return () => view.destroy();
}

function twoViews(parent: HTMLElement, { before, after, language, folded }: DiffOptions): MergeView {
  const side = ({ text, label }: DiffSide) => ({
    doc: text,
    extensions: [codeBasics(label, language, false), diffTheme],
  });
  return new MergeView({
    parent,
    a: side(before),
    b: side(after),
    gutter: true,
    collapseUnchanged: folded ? FOLDED : undefined,
  });
}

function oneView(parent: HTMLElement, { before, after, language, folded }: DiffOptions): EditorView {
  return new EditorView({
    parent,
    doc: after.text,
    extensions: [
      codeBasics(`${before.label} and ${after.label}`, language, false),
      diffTheme,
      unifiedMergeView({
        original: before.text,
        mergeControls: false,
        gutter: true,
        collapseUnchanged: folded ? FOLDED : undefined,
      }),
    ],
  });
}

const FOLDED = { margin: 3, minSize: 6 };

/** A sign beside the colour: what it means must not hang on the colour alone. */
function sign(content: string, colour: string): Record<string, string> {
  return {
    content: `"${content}"`,
    display: 'block',
    font: 'var(--medium) var(--type-13) var(--mono)',
    textAlign: 'center',
    color: `var(--${colour})`,
  };
}

const removed = '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter';
const added = '&.cm-merge-b .cm-changedLineGutter, .cm-inlineChangedLineGutter';

const diffTheme = EditorView.theme({
  '.cm-changeGutter': { inlineSize: '1.25rem', padding: '0' },
  [removed]: { background: 'var(--err-soft)' },
  [added]: { background: 'var(--ok-soft)' },
  '&.cm-merge-a .cm-changedLineGutter::before, .cm-deletedLineGutter::before': sign('−', 'err'),
  '&.cm-merge-b .cm-changedLineGutter::before, .cm-inlineChangedLineGutter::before': sign('+', 'ok'),
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--err-soft)' },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine': { backgroundColor: 'var(--ok-soft)' },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'linear-gradient(var(--err), var(--err)) bottom / 100% 1px no-repeat',
  },
  '&.cm-merge-b .cm-changedText': {
    background: 'linear-gradient(var(--ok), var(--ok)) bottom / 100% 1px no-repeat',
  },
  '.cm-deletedChunk': { paddingInlineStart: 'var(--s8)' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: 'none' },
  '.cm-collapsedLines': {
    padding: 'var(--s4) var(--s12)',
    font: 'var(--regular) var(--type-12) var(--sans)',
    color: 'var(--text-2)',
    background: 'var(--sunken)',
  },
});
