/** What is open and where the focus is in a tree of data. Choices are kept by path, so they outlive a new value. */
import { jsonFirstOpen, jsonRows, JSON_LINE, JSON_PAGE, type JsonRow } from '#lib/ui/jsonRows.ts';

/** How much of a long text one press on More adds. */
const TEXT_PAGE = 10_000;

/** See above. Takes functions, so that it follows the widget's props. */
export class JsonTreeState {
  #value: () => unknown;
  #name: () => string;
  /** What the person opened or shut; the rest is as `jsonFirstOpen` says. */
  #chosen = $state.raw<ReadonlyMap<string, boolean>>(new Map());
  #shown = $state.raw<ReadonlyMap<string, number>>(new Map());
  #text = $state.raw<ReadonlyMap<string, number>>(new Map());
  #firstOpen = $derived.by(() => jsonFirstOpen(this.#value()));
  #open = $derived.by(() => {
    const open = new Set(this.#firstOpen);
    for (const [id, isOpen] of this.#chosen) {
      if (isOpen) open.add(id);
      else open.delete(id);
    }
    return open;
  });

  readonly rows: JsonRow[] = $derived.by(() =>
    jsonRows(this.#value(), { open: this.#open, shown: this.#shown }, this.#name()),
  );
  /** The id of the row that has the focus, or had it last. */
  current = $state('');
  /** Index of the one row in the tab order. */
  readonly tabStop: number = $derived.by(() =>
    Math.max(
      0,
      this.rows.findIndex((row) => row.id === this.current),
    ),
  );

  constructor(value: () => unknown, name: () => string) {
    this.#value = value;
    this.#name = name;
  }

  setOpen(rows: readonly JsonRow[], open: boolean): void {
    this.#chosen = new Map([...this.#chosen, ...rows.map((row) => [row.id, open] as const)]);
  }

  /** What a click or Enter does: open or shut, show more of a list, show or fold a long text or key. */
  press(row: JsonRow): void {
    if (row.more) this.#showMore(row.more.of);
    else if (row.open !== undefined) this.setOpen([row], !row.open);
    else if (this.textShown(row) > 0) this.#setText(row, 0);
    else if (row.kind === 'string' || row.label.length > JSON_LINE) this.#setText(row, TEXT_PAGE);
  }

  /** How many characters of a row's text are shown below each other, beside its whole key; 0 while it is one line. */
  textShown(row: JsonRow): number {
    return this.#text.get(row.id) ?? 0;
  }

  showMoreText(row: JsonRow): void {
    this.#setText(row, this.textShown(row) + TEXT_PAGE);
  }

  /** The shut siblings of a row, for `*`. */
  siblings(row: JsonRow): JsonRow[] {
    const parent = parentId(row);
    return this.rows.filter(
      (other) => other.level === row.level && other.open === false && parentId(other) === parent,
    );
  }

  #showMore(id: string): void {
    this.#shown = new Map([...this.#shown, [id, (this.#shown.get(id) ?? JSON_PAGE) + JSON_PAGE]]);
  }

  #setText(row: JsonRow, characters: number): void {
    this.#text = new Map([...this.#text, [row.id, characters]]);
  }
}

/** Keys hold no slash in an id. */
function parentId(row: JsonRow): string {
  return row.id.slice(0, row.id.lastIndexOf('/'));
}
