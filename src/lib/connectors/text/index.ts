import { defineConnector } from '#lib/connectors/define.ts';
import { decodeBase64, encodeBase64 } from '#lib/connectors/text/base64.ts';
import { changeActions } from '#lib/connectors/text/changes.ts';
import { join } from '#lib/connectors/text/join.ts';
import { joinLines } from '#lib/connectors/text/joinLines.ts';
import { match } from '#lib/connectors/text/match.ts';
import { replace, replaceMultipleSubstring } from '#lib/connectors/text/replace.ts';
import { slice } from '#lib/connectors/text/slice.ts';
import { split } from '#lib/connectors/text/split.ts';
import { splitLines } from '#lib/connectors/text/splitLines.ts';

/** Texts and lists of them (format.md 2.3). */
export const textManipulation = defineConnector({
  key: 'text-manipulation',
  label: 'Text',
  description: 'Cut, join and change text.',
  family: 'data',
  icon: 'text-quote',
  actions: {
    split,
    splitLines,
    join,
    joinLines,
    replace,
    replaceMultipleSubstring,
    match,
    slice,
    ...changeActions,
    encodeBase64,
    decodeBase64,
  },
});
