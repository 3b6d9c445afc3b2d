import { defineConnector } from '#lib/connectors/define.ts';
import { getCursor } from '#lib/connectors/recursive/getCursor.ts';
import { invokeRecursive } from '#lib/connectors/recursive/invokeRecursive.ts';
import { recursiveTrigger } from '#lib/connectors/recursive/recursiveTrigger.ts';
import { setCursor } from '#lib/connectors/recursive/setCursor.ts';

/** Flows that start themselves again, page by page (format.md 2.1). */
export const recursiveFlow = defineConnector({
  key: 'recursive-flow',
  label: 'Recursive flow',
  description: 'A flow that starts itself again until all is done.',
  family: 'logic',
  icon: 'refresh-cw',
  actions: { recursiveTrigger, getCursor, setCursor, invokeRecursive },
});
