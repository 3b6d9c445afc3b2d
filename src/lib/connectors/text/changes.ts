/** Actions that make something of one text and ask for nothing else (format.md 2.3). */
import { defineAction, type StepDefinition } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/text/inputs.ts';

interface Change {
  label: string;
  description: string;
  example: string | number;
  synonyms?: readonly string[];
  of: (text: string) => string | number | Promise<string>;
}

const changes: Readonly<Record<string, Change>> = {
  trim: {
    label: 'Trim text',
    description: 'Takes the space off both ends of a text.',
    example: 'Ada',
    synonyms: ['whitespace', 'strip'],
    of: (text) => text.trim(),
  },
  upperCase: {
    label: 'Upper case',
    description: 'Writes a text in capital letters.',
    example: 'ADA',
    synonyms: ['capital', 'uppercase'],
    of: (text) => text.toUpperCase(),
  },
  lowerCase: {
    label: 'Lower case',
    description: 'Writes a text in small letters.',
    example: 'ada',
    synonyms: ['lowercase'],
    of: (text) => text.toLowerCase(),
  },
  stringLength: {
    label: 'Text length',
    description: 'Counts the characters of a text.',
    example: 3,
    synonyms: ['count', 'size'],
    of: (text) => text.length,
  },
  htmlEncode: {
    label: 'Encode for HTML',
    description: 'Writes a text so that HTML shows its special characters.',
    example: 'Ada &amp; Co',
    synonyms: ['escape', 'entities'],
    of: async (text) => (await import('entities/escape')).escapeUTF8(text),
  },
  htmlDecode: {
    label: 'Decode from HTML',
    description: 'Writes the entities of HTML as the characters they stand for.',
    example: 'Ada & Co',
    synonyms: ['unescape', 'entities'],
    of: async (text) => (await import('entities/decode')).decodeHTML(text),
  },
};

/** By key. */
export const changeActions: Readonly<Record<string, StepDefinition>> = Object.fromEntries(
  Object.entries(changes).map(([key, change]) => [key, changeAction(change)]),
);

function changeAction({ of, ...described }: Change): StepDefinition {
  return defineAction({
    ...described,
    pure: true,
    inputs: { text },
    perform: async (values) => ({ data: await of(values.text) }),
  });
}
