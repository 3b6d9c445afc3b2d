/** What fills in an input with a value: one of these for each kind of input. */
import type { Component } from 'svelte';
import type { CatalogueConnection, CatalogueInput } from '#lib/model/catalogue.ts';

export interface WidgetProps {
  input: CatalogueInput;
  /** As the widget itself made it, or as `startValue` did. */
  value: unknown;
  onchange: (value: unknown) => void;
  /** Ties the control to its label and to what is said of it. */
  field: FieldAttributes;
  /** Kinds of connection to choose from. */
  kinds?: readonly CatalogueConnection[];
}

export interface FieldAttributes {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

export interface Widget {
  component: Component<WidgetProps>;
  /** Has several controls, which its label names together. */
  group?: boolean;
}

/** Text, a number or a word as text, as files write them. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}
