/** An input as the text it will be, as far as that is known before it runs. */
import { configHole, runTimeHole } from '#lib/model/audit/address.ts';
import type { ConfigVar, Input, Integration } from '#lib/model/integration.ts';
import { templateParts, type TemplatePart } from '#lib/model/template.ts';

export interface Filled {
  /** With a hole for everything that is not known. */
  text: string;
  /** Where texts begin that config variables hold. */
  configStarts: readonly number[];
}

export type ConfigVars = ReadonlyMap<string, ConfigVar>;

/** By key. Of two with one key nobody can say which counts: it has no default then. */
export function configVarsOf({ configVars }: Integration): ConfigVars {
  const byKey = new Map<string, ConfigVar>();
  for (const configVar of configVars)
    byKey.set(
      configVar.key,
      byKey.has(configVar.key) ? { ...configVar, defaultValue: undefined } : configVar,
    );
  return byKey;
}

/** References are holes; config variables their defaults, or holes. Values that are no text are none of it. */
export function filled(input: Input, configVars: ConfigVars): Filled {
  const parts = partsOf(input);
  const configStarts: number[] = [];
  let text = '';
  for (const part of parts) {
    if (part.kind === 'configVar') configStarts.push(text.length);
    text += partText(part, configVars);
  }
  return { text, configStarts };
}

function partsOf(input: Input): TemplatePart[] {
  if (input.type === 'template') return templateParts(input.value);
  if (input.type === 'configVar') return input.value === '' ? [] : [{ kind: 'configVar', key: input.value }];
  if (input.type === 'reference') return input.value === '' ? [] : [{ kind: 'reference', path: input.value }];
  return input.type === 'value' && typeof input.value === 'string'
    ? [{ kind: 'text', text: input.value }]
    : [];
}

function partText(part: TemplatePart, configVars: ConfigVars): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'reference') return runTimeHole;
  const text = configVars.get(part.key)?.defaultValue;
  return typeof text === 'string' && text !== '' ? text : configHole;
}
