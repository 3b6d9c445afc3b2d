import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { choice, code, connection, list, longText, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

const connectionInput = connection({ label: 'Connection', help: 'The mail server, and whose mail it is.' });
const mailbox = text({
  label: 'Mailbox',
  help: 'The path of the mailbox that holds the messages.',
  placeholder: 'INBOX',
});
const path = text({
  label: 'Path',
  help: 'Of a mailbox, with those it lies in.',
  placeholder: 'INBOX/Orders',
});
const range = text({ label: 'Messages', help: 'Numbers such as 1,2,4:6, or * for the latest.' });
const messageIndex = text({ label: 'Message', help: 'Its number, or its ID.' });
const inMailbox = { connection: connectionInput, mailbox };

const flagging = (label: string, description: string) => ({
  label,
  description,
  inputs: { ...inMailbox, range, flags: list({ label: 'Flags', help: 'Such as \\Seen or \\Flagged.' }) },
  example: true,
  output: 'anything' as const,
});

/** Mailboxes of a mail server (format.md 2.4). */
export const imap = defineUnreachable({
  key: 'imap',
  label: 'IMAP',
  description: 'Read mailboxes of a mail server.',
  family: 'messages',
  icon: 'inbox',
  connections: {
    imap: {
      label: 'Mail server',
      fields: {
        host: field('Host'),
        port: field('Port', { default: '993' }),
        secure: field('Use TLS', { default: 'true', help: 'true or false.' }),
        user: field('User name'),
        pass: secretField('Password', { required: false }),
        minVersion: field('Lowest TLS version', { default: 'TLSv1.1' }),
        maxVersion: field('Highest TLS version', { default: 'TLSv1.3' }),
        minDHSize: field('Least bits of the key exchange', { default: '1024' }),
      },
    },
  },
  actions: {
    listMailboxes: {
      label: 'List mailboxes',
      description: 'Lists the mailboxes of the account.',
      inputs: { connection: connectionInput },
      example: [{ path: 'INBOX', name: 'INBOX' }],
      output: 'anything',
    },
    searchMailbox: {
      label: 'Search messages',
      description: 'Finds the messages of a mailbox.',
      inputs: {
        ...inMailbox,
        from: text({ label: 'From', help: 'Part of the sender’s name or address; empty for everybody.' }),
        to: text({ label: 'To', help: 'Part of the recipient’s name or address; empty for everybody.' }),
        readUnread: choice({
          label: 'Which',
          help: 'All messages, or only those that were read or were not.',
          choices: ['all', 'unread', 'read'],
          default: 'all',
        }),
        filterOptions: code({
          label: 'More filters',
          help: 'JSON such as { "subject": "Order" }.',
          language: 'json',
        }),
      },
      example: [5, 6],
      output: 'anything',
    },
    downloadMessage: {
      label: 'Download message',
      description: 'Reads a message.',
      inputs: { ...inMailbox, messageIndex },
      example: { subject: 'Order 1', text: 'Thank you.' },
      output: 'anything',
    },
    deleteMessage: {
      label: 'Delete message',
      description: 'Removes a message.',
      inputs: { ...inMailbox, messageIndex },
      example: true,
      output: 'anything',
    },
    setFlags: flagging('Set flags', 'Replaces the flags of messages.'),
    addFlags: flagging('Add flags', 'Adds flags to messages.'),
    removeFlags: flagging('Remove flags', 'Takes flags from messages.'),
    copyMessages: {
      label: 'Copy messages',
      description: 'Copies messages into another mailbox.',
      unverified: true,
      inputs: { ...inMailbox, range, path },
      example: { path: 'INBOX' },
      output: 'anything',
    },
    appendMessage: {
      label: 'Append message',
      description: 'Puts a message into a mailbox.',
      inputs: {
        ...inMailbox,
        path,
        content: longText({
          label: 'Message',
          help: 'The whole message with its headers, as mail servers keep it.',
        }),
      },
      example: { path: 'INBOX' },
      output: 'anything',
    },
    createMailbox: {
      label: 'Create mailbox',
      description: 'Makes a mailbox.',
      inputs: { connection: connectionInput, path },
      example: { path: 'INBOX/Orders', created: true },
      output: 'anything',
    },
    renameMailbox: {
      label: 'Rename mailbox',
      description: 'Gives a mailbox another name.',
      inputs: {
        connection: connectionInput,
        path,
        newPath: text({ label: 'New path', help: 'The path that it has from then on, such as INBOX/Done.' }),
      },
      example: { path: 'INBOX/Orders', newPath: 'INBOX/Done' },
      output: 'anything',
    },
    getStatus: {
      label: 'Mailbox status',
      description: 'Tells how many messages a mailbox holds.',
      inputs: inMailbox,
      example: { path: 'INBOX', messages: 2, unseen: 1 },
      output: 'anything',
    },
  },
});
