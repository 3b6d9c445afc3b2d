import { describe, expect, it } from 'vitest';
import { jsonPreview } from '#lib/ui/jsonPreview.ts';
import type { JsonRow } from '#lib/ui/jsonRows.ts';
import { JsonTreeState } from '#lib/ui/JsonTreeState.svelte.ts';
import { fail } from './oddValues.ts';

function treeOf(value: unknown, name = ''): JsonTreeState {
  return new JsonTreeState(
    () => value,
    () => name,
  );
}

function row(tree: JsonTreeState, id: string): JsonRow {
  const found = tree.rows.find((each) => each.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

function ids(tree: JsonTreeState): string[] {
  return tree.rows.map((each) => each.id);
}

describe('opening', () => {
  it('is done to a depth of two at first', () => {
    expect(ids(treeOf({ a: { b: { c: 1 } } }))).toEqual(['', '/a', '/a/b']);
  });

  it('follows a press, back and forth', () => {
    const tree = treeOf({ a: { b: 1 } });
    tree.press(row(tree, '/a'));
    expect(ids(tree)).toEqual(['', '/a']);
    tree.press(row(tree, '/a'));
    expect(ids(tree)).toEqual(['', '/a', '/a/b']);
  });

  it('is remembered inside something that was shut meanwhile', () => {
    const tree = treeOf({ a: { b: { c: 1 } } });
    tree.setOpen([row(tree, '/a/b')], true);
    tree.press(row(tree, '/a'));
    tree.press(row(tree, '/a'));
    expect(ids(tree)).toContain('/a/b/c');
  });

  it('is remembered for the same path in a new value', () => {
    let value = $state.raw<unknown>({ a: { b: 1 }, c: { d: 1 } });
    const tree = new JsonTreeState(
      () => value,
      () => '',
    );
    tree.press(row(tree, '/a'));
    value = { a: { new: 1 }, c: { new: 1 } };
    expect(ids(tree)).toEqual(['', '/a', '/c', '/c/new']);
  });

  it('does nothing to a value that contains itself', () => {
    const value: Record<string, unknown> = {};
    value.self = value;
    const tree = treeOf(value);
    tree.press(row(tree, '/self'));
    expect(ids(tree)).toEqual(['', '/self']);
  });

  it('names the root', () => expect(treeOf(1, 'body').rows[0]?.label).toBe('body'));
});

describe('a long list', () => {
  it('grows by a page with each press on more, to its end', () => {
    const tree = treeOf(Array.from({ length: 120 }, (_, index) => index));
    const counts = [];
    for (let more = tree.rows.at(-1); more?.more; more = tree.rows.at(-1)) {
      counts.push(more.more.count);
      tree.press(more);
    }
    expect(counts).toEqual([50, 20]);
    expect(tree.rows).toHaveLength(121);
  });

  it('of 100,000 items can be paged and shut and keeps its pages', () => {
    const tree = treeOf({ list: new Array(100_000).fill('a') });
    tree.press(row(tree, '/list/~more'));
    tree.press(row(tree, '/list'));
    expect(tree.rows).toHaveLength(2);
    tree.press(row(tree, '/list'));
    expect(tree.rows).toHaveLength(2 + 100 + 1);
  });

  it('inside another grows by itself', () => {
    const tree = treeOf([new Array(60).fill(1), new Array(60).fill(1)]);
    tree.press(row(tree, '/1/~more'));
    expect(ids(tree)).toContain('/0/~more');
    expect(ids(tree)).toContain('/1/59');
  });
});

describe('a text', () => {
  it('is one line, then shown by 10,000 characters, then folded', () => {
    const tree = treeOf({ text: 'a'.repeat(25_000) });
    const shown = () => tree.textShown(row(tree, '/text'));
    expect(shown()).toBe(0);
    tree.press(row(tree, '/text'));
    expect(shown()).toBe(10_000);
    tree.showMoreText(row(tree, '/text'));
    expect(shown()).toBe(20_000);
    tree.press(row(tree, '/text'));
    expect(shown()).toBe(0);
  });

  it('is shown for its own row only', () => {
    const tree = treeOf({ one: 'a', two: 'b' });
    tree.press(row(tree, '/one'));
    expect(tree.textShown(row(tree, '/two'))).toBe(0);
  });

  it('is not what a press on a number shows', () => {
    const tree = treeOf({ number: 1 });
    tree.press(row(tree, '/number'));
    expect(tree.textShown(row(tree, '/number'))).toBe(0);
  });

  it('that is a long key beside a number is shown and folded by a press', () => {
    const tree = treeOf({ ['k'.repeat(10_000)]: 1 });
    const [, leaf] = tree.rows;
    if (!leaf) throw new Error('no row');
    tree.press(leaf);
    expect(tree.textShown(leaf)).toBe(10_000);
    tree.press(leaf);
    expect(tree.textShown(leaf)).toBe(0);
  });

  it('that is a key beside a number is folded again by a press', () => {
    const tree = treeOf({ ['k'.repeat(10_000)]: 1 });
    const [, leaf] = tree.rows;
    if (!leaf) throw new Error('no row');
    tree.showMoreText(leaf);
    expect(tree.textShown(leaf)).toBe(10_000);
    tree.press(leaf);
    expect(tree.textShown(leaf)).toBe(0);
  });
});

describe('the tab stop', () => {
  it('is the first row before anything had the focus', () => expect(treeOf({ a: 1 }).tabStop).toBe(0));

  it('is the row that has the focus', () => {
    const tree = treeOf({ a: 1, b: 2 });
    tree.current = '/b';
    expect(tree.tabStop).toBe(2);
  });

  it('is the first row again when the one with the focus is gone', () => {
    const tree = treeOf({ a: { b: 1 } });
    tree.current = '/a/b';
    tree.press(row(tree, '/a'));
    expect(tree.tabStop).toBe(0);
  });
});

describe('the shut siblings of a row', () => {
  it('are those beside it, itself included, that can be opened', () => {
    const tree = treeOf({ a: { b: 1 }, c: { d: { e: 1 } }, f: 1 });
    tree.setOpen([row(tree, '/a')], false);
    tree.setOpen([row(tree, '/c')], false);
    expect(tree.siblings(row(tree, '/a')).map((each) => each.id)).toEqual(['/a', '/c']);
  });

  it('are not those of another parent, whatever the keys hold', () => {
    const tree = treeOf({ 'a\nb': { c: { x: { z: 1 } } }, a: { 'b\nc': { y: { z: 1 } } } });
    tree.setOpen(
      tree.rows.filter((each) => each.level === 3),
      true,
    );
    const x = tree.rows.find((each) => each.label === 'x');
    expect(x && tree.siblings(x).map((each) => each.label)).toEqual(['x']);
  });

  it('are none for the root that is open', () => {
    const tree = treeOf({ a: { b: { c: 1 } } });
    expect(tree.siblings(row(tree, ''))).toEqual([]);
  });

  it('are the ones above a row for more', () => {
    const tree = treeOf({ a: { list: Array.from({ length: 60 }, () => [1]) } });
    tree.setOpen([row(tree, '/a/list')], true);
    expect(tree.siblings(row(tree, '/a/list/~more'))).toHaveLength(50);
  });
});

it('a tree shows a getter that throws as a row of its own', () => {
  const tree = treeOf(Object.defineProperty({ fine: 1 }, 'broken', { get: fail, enumerable: true }));
  expect(ids(tree)).toEqual(['', '/fine', '/broken']);
  expect(jsonPreview(row(tree, '/broken').value)).toBe('could not be read');
});
