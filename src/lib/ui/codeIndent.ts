/** Lines that are too long go on below where they begin, not at the edge, so that the shape of a text can still be read. */
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

/** More would leave no room for words. */
const MOST_COLUMNS = 24;

/** Goes with `EditorView.lineWrapping`. */
export const codeIndent: Extension = ViewPlugin.define(
  (view) => {
    const plugin = {
      decorations: indentsOf(view),
      update({ docChanged, viewportChanged, view: updated }: ViewUpdate) {
        if (docChanged || viewportChanged) plugin.decorations = indentsOf(updated);
      },
    };
    return plugin;
  },
  { decorations: (plugin) => plugin.decorations },
);

function indentsOf({ visibleRanges, state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = state.doc.lineAt(at);
      const columns = Math.min(/^ *(- )*/.exec(line.text)?.[0].length ?? 0, MOST_COLUMNS);
      if (columns > 0) builder.add(line.from, line.from, indentBy(columns));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

function indentBy(columns: number): Decoration {
  const style = `text-indent: -${columns}ch; padding-inline-start: calc(${columns}ch + var(--s8))`;
  return Decoration.line({ attributes: { style } });
}
