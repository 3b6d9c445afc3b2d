/** One entry of the main navigation. */
import type { Icon } from '#lib/ui/Icon.ts';

/** See above. */
export interface ShellItem {
  label: string;
  href: string;
  icon: Icon;
  /** Whether the page that is open belongs to it. */
  current: boolean;
  /** Its short name in the phone's tab bar ("Hub"); without one it is under More there. */
  tab?: string;
}
