/**
 * Makes a scrolling box reachable by keyboard while it has something to scroll: `{@attach scrollable('Log')}`.
 * Without it a box that holds no control cannot be scrolled by keys in Safari.
 */
import type { Attachment } from 'svelte/attachments';

/** See above. The name is what a screen reader calls the box. */
export function scrollable(name: string): Attachment<HTMLElement> {
  return (box) => {
    // What the box says of itself (a tab panel's role and name) stays.
    const wanted = Object.entries({ tabindex: '0', role: 'region', 'aria-label': name });
    const missing = wanted.filter(([attribute]) => !box.hasAttribute(attribute));

    function update(): void {
      const scrolls = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
      for (const [attribute, value] of missing) {
        if (scrolls) box.setAttribute(attribute, value);
        else box.removeAttribute(attribute);
      }
    }
    const observer = new ResizeObserver(update);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    update();
    return () => observer.disconnect();
  };
}
