import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { choice, code, connection, flag, list, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

const connectionInput = connection({ label: 'Connection', help: 'The directory, and who signs in there.' });

/** Directories of people and groups; what they hold is named by a DN, such as `OU=Users,DC=example` (format.md 2.4). */
export const ldap = defineUnreachable({
  key: 'ldap',
  label: 'LDAP',
  description: 'People and groups of a directory.',
  family: 'data',
  icon: 'book-user',
  connections: {
    ldapConnection: {
      label: 'Directory',
      fields: {
        url: field('Address', { required: false, help: 'Such as ldap://ldap.example.com.' }),
        dn: field('DN', { help: 'Who signs in.' }),
        password: secretField('Password'),
        certificate: field('Certificate', { required: false }),
      },
    },
  },
  actions: {
    search: {
      label: 'Search entries',
      description: 'Finds entries of the directory.',
      inputs: {
        connection: connectionInput,
        searchBase: text({
          label: 'Search below',
          help: 'The entry where the search begins.',
          placeholder: 'OU=Users,DC=example,DC=com',
        }),
        scope: choice({
          label: 'How deep',
          help: 'base is that entry alone, one what is right below it, sub everything below.',
          choices: ['base', 'one', 'sub'],
          default: 'sub',
        }),
        filter: text({
          label: 'Filter',
          help: 'In LDAP’s own language, such as (mail=ada@example.com).',
          default: '(objectClass=*)',
        }),
        attributes: list({ label: 'Attributes', help: 'Empty for all.' }),
        includeReferences: flag({
          label: 'With references',
          help: 'Gives what other directories hold as well.',
          default: false,
        }),
      },
      example: { entries: [{ dn: 'CN=Ada,OU=Users,DC=example,DC=com' }] },
      output: { fields: { entries: { list: 'anything' } } },
    },
    addEntry: {
      label: 'Add entry',
      description: 'Adds an entry to the directory.',
      inputs: {
        connection: connectionInput,
        dnToAdd: text({
          label: 'DN',
          help: 'The whole name of the entry, such as CN=Ada,DC=example,DC=com.',
        }),
        attributesToAdd: code({
          label: 'Attributes',
          help: 'JSON such as { "mail": "ada@example.com" }.',
          language: 'json',
        }),
      },
      example: null,
      output: 'anything',
    },
    updateEntry: {
      label: 'Update entry',
      description: 'Changes an entry of the directory.',
      inputs: {
        connection: connectionInput,
        entryToUpdate: text({
          label: 'DN',
          help: 'The whole name of the entry, such as CN=Ada,DC=example,DC=com.',
        }),
        changes: code({
          label: 'Changes',
          help: 'JSON: what to add, replace or delete of which attribute.',
          language: 'json',
        }),
      },
      example: null,
      output: 'anything',
    },
    deleteEntry: {
      label: 'Delete entry',
      description: 'Removes an entry of the directory.',
      inputs: {
        connection: connectionInput,
        dnToDelete: text({
          label: 'DN',
          help: 'The whole name of the entry, such as CN=Ada,DC=example,DC=com.',
        }),
      },
      example: null,
      output: 'anything',
    },
  },
});
