/**
 * Shows a name beside a control on hover and on keyboard focus: `<button {@attach tooltip('Undo', 'Mod+Z')}>`. What it
 * shows must already be the control's accessible name, so the bubble itself is hidden from screen readers. Meets WCAG
 * 1.4.13: Escape closes it, the pointer may rest on it, and it stays until pointer or focus leaves.
 */
import { mount, unmount } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Side } from '#lib/ui/placeBeside.ts';
import TooltipBubble from '#lib/ui/TooltipBubble.svelte';

const OPEN_AFTER_MS = 400;
const CLOSE_AFTER_MS = 100;
/** A second tooltip within this time opens at once: the pointer is walking along a toolbar. */
const WARM_MS = 500;

let lastClosedAt = 0;

/** See above. `end` is for columns of icons. An empty text attaches nothing, so a caller can switch it off. */
export function tooltip(text: string, keys?: string, side: Side = 'below'): Attachment<HTMLElement> {
  return (anchor) => {
    if (!text) return;
    let bubble: Record<string, unknown> | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function open(): void {
      bubble ??= mount(TooltipBubble, {
        target: document.body,
        props: { anchor, text, keys, side, onenter: () => clearTimeout(timer), onleave: closeSoon },
      });
    }
    function close(): void {
      clearTimeout(timer);
      if (!bubble) return;
      void unmount(bubble);
      bubble = undefined;
      lastClosedAt = Date.now();
    }
    function openSoon(event: PointerEvent): void {
      if (event.pointerType === 'touch') return;
      clearTimeout(timer);
      timer = setTimeout(open, Date.now() - lastClosedAt < WARM_MS ? 0 : OPEN_AFTER_MS);
    }
    function closeSoon(): void {
      clearTimeout(timer);
      timer = setTimeout(close, CLOSE_AFTER_MS);
    }
    function openOnFocus(): void {
      if (anchor.matches(':focus-visible')) open();
    }
    function closeOnEscape(event: KeyboardEvent): void {
      // And lets the key pass: a bubble is no layer, and must not cost a dialog's Escape a second press.
      if (event.key === 'Escape') close();
    }

    const signal = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) =>
      anchor.addEventListener(type, act, { signal: signal.signal });
    on('pointerenter', openSoon);
    on('pointerleave', closeSoon);
    on('pointerdown', close);
    on('click', close);
    on('focus', openOnFocus);
    on('blur', close);
    document.addEventListener('keydown', closeOnEscape, { capture: true, signal: signal.signal });
    return () => {
      signal.abort();
      close();
    };
  };
}
