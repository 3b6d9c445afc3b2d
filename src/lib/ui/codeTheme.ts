/** How code looks in CodeMirror: every colour is a token, so both themes come from one set of rules (ux.md 4.2). */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const words = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--code-key)' },
  { tag: [tags.string, tags.attributeValue, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: [tags.keyword, tags.typeName, tags.labelName], color: 'var(--code-keyword)' },
  { tag: [tags.null, tags.bool, tags.atom], color: 'var(--code-null)' },
  { tag: tags.comment, color: 'var(--code-comment)' },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.meta], color: 'var(--text-3)' },
]);

const frame = EditorView.theme({
  '&': { blockSize: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)' },
  // Drawn over the line numbers, which would cover an outline.
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused::after': {
    position: 'absolute',
    inset: '0',
    zIndex: '300',
    pointerEvents: 'none',
    content: '""',
    border: '2px solid var(--focus)',
  },
  '.cm-scroller': { font: 'var(--regular) var(--type-13) var(--mono)', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--text)', paddingBlock: 'var(--s8)', outline: 'none' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text)' },
  '.cm-line': { paddingInline: 'var(--s8)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-gutters': {
    color: 'var(--text-3)',
    backgroundColor: 'var(--surface)',
    borderInlineEnd: '1px solid var(--border)',
  },
  '.cm-lineNumbers .cm-gutterElement': { minInlineSize: '2.25rem', paddingInline: 'var(--s8) var(--s2)' },
  '.cm-foldGutter .cm-gutterElement': { paddingInline: 'var(--s2) var(--s4)' },
  '.cm-foldPlaceholder': {
    padding: '0 var(--s6)',
    color: 'var(--text-2)',
    backgroundColor: 'var(--sunken)',
    border: '0',
    borderRadius: 'var(--radius-4)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--active)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'var(--selection)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--active)' },
});

const panels = EditorView.theme({
  '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--sunken)' },
  '.cm-panels.cm-panels-top': { borderBlockEnd: '1px solid var(--border)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--s4)',
    alignItems: 'center',
    padding: 'var(--s6) var(--s40) var(--s6) var(--s8)',
    font: 'var(--regular) var(--type-13) var(--sans)',
  },
  '.cm-panel.cm-search .cm-textfield': {
    flex: '1 1 8rem',
    minInlineSize: '0',
    minBlockSize: 'var(--control-dense)',
    padding: '0 var(--s8)',
    margin: '0',
    font: 'inherit',
    color: 'var(--text)',
    background: 'var(--surface)',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-6)',
  },
  '.cm-panel.cm-search .cm-button': {
    minBlockSize: 'var(--control-dense)',
    padding: '0 var(--s8)',
    margin: '0',
    font: 'inherit',
    color: 'var(--text)',
    background: 'var(--surface)',
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-6)',
  },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    gap: 'var(--s6)',
    alignItems: 'center',
    minBlockSize: 'var(--control-dense)',
    margin: '0',
    font: 'inherit',
  },
  // What a person looks for here is a word; the rest of the panel would need three lines.
  ...Object.fromEntries(
    ['button[name=select]', 'label:has([name=re])', 'label:has([name=word])', 'br'].map((part) => [
      `.cm-panel.cm-search ${part}`,
      { display: 'none' },
    ]),
  ),
  '.cm-panel.cm-search input[type=checkbox]': {
    inlineSize: '1rem',
    blockSize: '1rem',
    margin: '0 var(--s4)',
  },
  '.cm-panel.cm-search [name=close]': {
    insetBlockStart: 'var(--s6)',
    insetInlineEnd: 'var(--s8)',
    inlineSize: '1.75rem',
    blockSize: '1.75rem',
    font: 'var(--regular) var(--type-16) var(--sans)',
    color: 'var(--text-2)',
    backgroundColor: 'transparent',
    borderRadius: 'var(--radius-6)',
  },
  '.cm-tooltip': {
    font: 'var(--regular) var(--type-13) var(--sans)',
    color: 'var(--text)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--border)',
    borderRadius: 'var(--radius-8)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-diagnostic': { padding: 'var(--s6) var(--s12)', maxInlineSize: '24rem' },
  '.cm-diagnostic-error': { borderInlineStart: '3px solid var(--err)' },
  '.cm-diagnostic-warning': { borderInlineStart: '3px solid var(--warn)' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--err)', backgroundImage: 'none' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--warn)', backgroundImage: 'none' },
});

/** Goes into every view of code. */
export const codeTheme: Extension = [frame, panels, syntaxHighlighting(words)];
