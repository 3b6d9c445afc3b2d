import { whole } from '#lib/connectors/collection/inputs.ts';
import { defineAction, type ActionResult, type StateReader } from '#lib/connectors/define.ts';
import { anything, text } from '#lib/connectors/inputs.ts';
import { FailureError } from '#lib/model/failure.ts';

/** What is remembered of a collection from one execution of the flow to the next. */
interface Progress {
  /** Index of the item whose turn it is. */
  next: number;
  /** Items that came too early. */
  waiting: readonly { index: number; item: unknown }[];
}

interface Arrived {
  collectionIdInput: string;
  collectionLengthInput: number;
  itemInput: unknown;
  itemIndexInput: number;
}

/**
 * Passes on items that arrive out of order, in separate executions, in their order: the lane `Process` gets the item
 * whose turn it is and all that waited for it, `Skip` gets one that has to wait (format.md 2.3, collection-tools).
 */
export const processInOrder = defineAction({
  label: 'Process in order',
  description: 'Lets items that arrive in any order be processed one after the other.',
  synonyms: ['sequence', 'reorder', 'resequence'],
  icon: 'list-ordered',
  pure: true,
  unverified: true,
  inputs: {
    collectionIdInput: text({
      label: 'Collection ID',
      help: 'Tells the items of one collection from those of another.',
      required: true,
    }),
    collectionLengthInput: whole(
      { label: 'Collection length', help: 'How many items there are in all.', required: true },
      1,
    ),
    itemInput: anything({
      label: 'Item',
      help: 'The one that has arrived, as the next steps are to get it.',
    }),
    itemIndexInput: whole(
      { label: 'Item index', help: 'The place of the item in its collection, from 0 on.', required: true },
      0,
    ),
  },
  example: [{ id: 1 }, { id: 2 }],
  output: 'anything',
  perform: (arrived, { state }) => {
    checkIndex(arrived);
    const progress = progressOf(arrived.collectionIdInput, state);
    return arrived.itemIndexInput === progress.next
      ? processed(arrived, progress)
      : skipped(arrived, progress);
  },
});

const scope = 'instance';

function keyOf(collection: string): string {
  return `collection-tools/processInOrder ${collection}`;
}

/** Something else may have been saved under the key: then nothing has arrived yet. */
function progressOf(collection: string, state: StateReader): Progress {
  const found = state.get(scope, keyOf(collection));
  const isProgress = typeof found === 'object' && found !== null && 'next' in found && 'waiting' in found;
  return isProgress && Array.isArray(found.waiting) ? (found as Progress) : { next: 0, waiting: [] };
}

function processed(
  { collectionIdInput, collectionLengthInput, itemInput, itemIndexInput }: Arrived,
  { waiting }: Progress,
): ActionResult {
  const early = new Map(waiting.map(({ index, item }) => [index, item]));
  const items: unknown[] = [itemInput ?? null];
  let next = itemIndexInput + 1;
  for (; early.has(next); next++) items.push(early.get(next));
  const key = keyOf(collectionIdInput);
  const value: Progress = { next, waiting: waiting.filter(({ index }) => index > next) };
  return {
    data: items,
    branch: 'Process',
    changes:
      next < collectionLengthInput ? [{ kind: 'set', scope, key, value }] : [{ kind: 'remove', scope, key }],
  };
}

/** An item that was processed before comes to nothing; one that waits already takes the place of the first. */
function skipped(
  { collectionIdInput, itemInput = null, itemIndexInput: index }: Arrived,
  { next, waiting }: Progress,
): ActionResult {
  const others = waiting.filter((one) => one.index !== index);
  const value: Progress = { next, waiting: [...others, { index, item: itemInput }] };
  return {
    data: itemInput,
    branch: 'Skip',
    changes: index < next ? [] : [{ kind: 'set', scope, key: keyOf(collectionIdInput), value }],
  };
}

function checkIndex({ itemIndexInput, collectionLengthInput }: Arrived): void {
  if (itemIndexInput < collectionLengthInput) return;
  throw new FailureError({
    code: 'input',
    message: `The item has the index ${itemIndexInput}, but its collection has only ${collectionLengthInput} items.`,
    hint: 'The first item has the index 0.',
  });
}
