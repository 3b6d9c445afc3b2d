import { runCode } from '#lib/connectors/code/runCode.ts';
import { runCodeTrigger } from '#lib/connectors/code/runCodeTrigger.ts';
import { defineConnector } from '#lib/connectors/define.ts';

/** JavaScript of the user, in a sandbox (format.md 2.1). */
export const code = defineConnector({
  key: 'code',
  label: 'Code',
  description: 'Run JavaScript of your own.',
  family: 'code',
  icon: 'square-code',
  actions: { runCode, runCodeTrigger },
});
