/** One row of a `Menu`. */
import type { Icon } from '#lib/ui/Icon.ts';

/** See above. An item has an `href` or an `onselect`. */
export interface MenuItem {
  label: string;
  icon?: Icon;
  /** Printed at the end, e.g. `Mod+D`; the page listens for it, not the menu. */
  keys?: string;
  tone?: 'danger';
  href?: string;
  onselect?: () => void;
  /** Given: the item is a choice that is on or off, with a tick. */
  checked?: boolean;
  /** A second line. For an item that is off: why (1.3). */
  hint?: string;
  /** Stays reachable, so that `hint` can be read, but does nothing. */
  off?: boolean;
}
