/** What a value is, in words: "text, 24 characters". */
export function kindText({ type, count }: { type: string; count?: number }): string {
  const unit = units[type];
  if (count === undefined || !unit) return words[type] ?? type;
  return `${words[type] ?? type}, ${new Intl.NumberFormat('en').format(count)} ${count === 1 ? unit[0] : unit[1]}`;
}

const words: Readonly<Record<string, string>> = { boolean: 'yes or no', nothing: 'no value' };

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  text: ['character', 'characters'],
  list: ['item', 'items'],
  object: ['key', 'keys'],
  bytes: ['byte', 'bytes'],
};
