/** An icon as our widgets take it: any component that draws itself at a size. Lucide's are, and so is `Mark`. */
import type { Component } from 'svelte';

/** See above; `size` is a CSS length or a number of pixels. */
export type Icon = Component<{ size?: number | string; strokeWidth?: number | string; class?: string }>;
