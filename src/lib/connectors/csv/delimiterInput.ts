import { text } from '#lib/connectors/inputs.ts';

/** What all actions with CSV ask for. */
export const delimiterInput = text({
  label: 'Delimiter',
  help: 'Stands between values; \\t is a tab.',
  default: ',',
});
