import { addKey, addMultipleKeys } from '#lib/connectors/collection/addKeys.ts';
import { aggregate } from '#lib/connectors/collection/aggregate.ts';
import { concatenate } from '#lib/connectors/collection/concatenate.ts';
import { create } from '#lib/connectors/collection/create.ts';
import { elements } from '#lib/connectors/collection/elements.ts';
import { fieldValueMapping } from '#lib/connectors/collection/fieldValueMapping.ts';
import { filter } from '#lib/connectors/collection/filter.ts';
import { fromObject } from '#lib/connectors/collection/fromObject.ts';
import { map } from '#lib/connectors/collection/map.ts';
import { objects } from '#lib/connectors/collection/objects.ts';
import { parts } from '#lib/connectors/collection/parts.ts';
import { processInOrder } from '#lib/connectors/collection/processInOrder.ts';
import { selectItemFromList } from '#lib/connectors/collection/selectItemFromList.ts';
import { sort } from '#lib/connectors/collection/sort.ts';
import { validateJsonSchema } from '#lib/connectors/collection/validateJsonSchema.ts';
import { validateXmlSchema } from '#lib/connectors/collection/validateXmlSchema.ts';
import { wholeLists } from '#lib/connectors/collection/wholeLists.ts';
import { defineConnector } from '#lib/connectors/define.ts';

/** Lists and objects (format.md 2.3). */
export const collectionTools = defineConnector({
  key: 'collection-tools',
  label: 'Collection tools',
  description: 'Make and change lists and objects.',
  family: 'data',
  icon: 'braces',
  actions: {
    ...objects,
    addKey,
    addMultipleKeys,
    fromObject,
    fieldValueMapping,
    create,
    filter,
    map,
    sort,
    aggregate,
    ...wholeLists,
    ...parts,
    ...elements,
    concatenate,
    selectItemFromList,
    processInOrder,
    validateJsonSchema,
    validateXmlSchema,
  },
});
