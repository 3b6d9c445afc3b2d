import { defineImpossible } from '#lib/connectors/define.ts';
import { content } from '#lib/connectors/inputs.ts';

/** Nothing that checks XSD schemas runs without compiling code, which the page forbids (format.md 2.3, collection-tools). */
export const validateXmlSchema = defineImpossible({
  label: 'Validate XML',
  description: 'Checks an XML document against an XSD schema.',
  synonyms: ['xsd', 'schema', 'check'],
  icon: 'shield-check',
  unverified: true,
  inputs: {
    xmlInput: content({ label: 'XML', help: 'The document to check, as text or as a file.', required: true }),
    xmlSchema: content({
      label: 'XSD schema',
      help: 'What the document must look like; it begins with <xs:schema>.',
      required: true,
    }),
  },
  example: '<order><id>1</id></order>',
  because: 'what checks XML against an XSD schema must compile code, and this page lets nothing do that.',
});
