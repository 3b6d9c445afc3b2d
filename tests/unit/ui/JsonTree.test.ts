// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import JsonTree from '#lib/ui/JsonTree.svelte';

const long = 'k'.repeat(10_000);
let drawn: Record<string, unknown> | undefined;

function draw(value: unknown): void {
  drawn = mount(JsonTree, { target: document.body, props: { value, label: 'Output' } });
  flushSync();
}

function line(at: number): Element {
  const found = document.querySelectorAll('[role=treeitem]')[at];
  if (!found) throw new Error(`no row ${at}`);
  return found;
}

function pressMore(at: number): void {
  line(at).querySelector('button')?.click();
  flushSync();
}

afterEach(() => {
  if (drawn) void unmount(drawn);
  document.body.replaceChildren();
});

describe('More in a tree', () => {
  it.each<[string, unknown]>([
    ['a number', 1],
    ['an object', { a: 1 }],
    ['a text', 'short'],
  ])('shows the whole of a long key beside %s', (_, value) => {
    draw({ [long]: value });
    expect(line(1).querySelector('.key')?.textContent).toBe(`${'k'.repeat(80)}…`);
    pressMore(1);
    expect(line(1).querySelector('.key')?.textContent).toBe(long);
    expect(line(1).querySelector('button')).toBeNull();
  });

  it('shows a long text by 10,000 characters', () => {
    draw({ text: 't'.repeat(15_000) });
    pressMore(1);
    expect(line(1).querySelector('.text')?.textContent).toHaveLength(10_000);
    pressMore(1);
    expect(line(1).querySelector('.text')?.textContent).toHaveLength(15_000);
    expect(line(1).querySelector('button')).toBeNull();
  });

  it('is not offered where nothing is cut', () => {
    draw({ key: 'text', number: 1 });
    expect(document.querySelector('button')).toBeNull();
  });
});

describe('a row of a tree', () => {
  function nameOf(at: number): string {
    const ids = line(at).getAttribute('aria-labelledby')?.split(' ') ?? [];
    const parts = ids.map((id) => document.getElementById(id));
    expect(parts).not.toContain(null);
    return parts
      .map((part) => part?.textContent ?? '')
      .join(' ')
      .trim();
  }

  it('is named by its key and value, and by More where there is more', () => {
    draw({ id: 1042, text: 't'.repeat(100) });
    expect(nameOf(1)).toBe('id 1042');
    expect(nameOf(2)).toBe(`text "${'t'.repeat(80)}… More`);
  });

  it('has a name even if it is an open root without one', () => {
    draw({ id: 1042 });
    expect(line(0).getAttribute('aria-expanded')).toBe('true');
    expect(nameOf(0)).toBe('{ id }');
  });
});
