/** Which widget fills in which kind of input. */
import type { InputType } from '#lib/model/catalogue.ts';
import BooleanInput from '#lib/views/inputs/BooleanInput.svelte';
import ChoiceInput from '#lib/views/inputs/ChoiceInput.svelte';
import CodeInput from '#lib/views/inputs/CodeInput.svelte';
import ConnectionInput from '#lib/views/inputs/ConnectionInput.svelte';
import DataInput from '#lib/views/inputs/DataInput.svelte';
import RowsInput from '#lib/views/inputs/RowsInput.svelte';
import TextInput from '#lib/views/inputs/TextInput.svelte';
import type { Widget } from '#lib/views/inputs/Widget.ts';

export const widgets: Readonly<Record<InputType, Widget>> = {
  text: { component: TextInput },
  longText: { component: TextInput },
  number: { component: TextInput },
  flow: { component: TextInput },
  object: { component: TextInput },
  conditions: { component: TextInput },
  boolean: { component: BooleanInput },
  choice: { component: ChoiceInput },
  code: { component: CodeInput, group: true },
  list: { component: RowsInput, group: true },
  pairs: { component: RowsInput, group: true },
  data: { component: DataInput, group: true },
  connection: { component: ConnectionInput, group: true },
};
