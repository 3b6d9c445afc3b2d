import { defineTrigger } from '#lib/connectors/define.ts';
import { flag, text } from '#lib/connectors/inputs.ts';
import type { SavedPayload } from '#lib/model/payload.ts';

/** Started by hand, or by the flow itself with the cursor it had come to (format.md 1.7). */
export const recursiveTrigger = defineTrigger({
  label: 'Recursive flow',
  description: 'Starts a flow that starts itself again until all is done.',
  inputs: {
    runOnDeploy: flag({
      label: 'Run when deployed',
      help: 'Only in the cloud system; here you start the flow yourself.',
      default: false,
    }),
    defaultCursor: text({ label: 'First cursor', help: 'Where the first run begins, such as 1 for page 1.' }),
  },
  example: { headers: {}, body: { data: null, contentType: '' }, queryParameters: {} },
  perform: ({ defaultCursor }, { payload }) => {
    const { paginationState } = (payload ?? {}) as Partial<SavedPayload>;
    const value = paginationState ? paginationState.cursor : defaultCursor;
    return { data: payload, changes: [{ kind: 'set', scope: 'recursion', key: 'cursor', value }] };
  },
});
