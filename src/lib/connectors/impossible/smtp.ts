import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { anything, code, connection, list, longText, pairs, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

const addresses = (label: string) => list({ label, help: 'One address or several.' });
const moreAddresses = (label: string) => anything({ label, help: 'A list from an earlier step.' });

/** Email through a mail server of one's own (format.md 2.4). */
export const smtp = defineUnreachable({
  key: 'smtp',
  label: 'SMTP',
  description: 'Send email through your own server.',
  family: 'messages',
  icon: 'mail',
  connections: {
    smtpConnection: {
      label: 'Mail server',
      fields: {
        host: field('Host'),
        port: field('Port', { default: '587' }),
        secure: field('Use TLS', { default: 'true', required: false, help: 'true or false.' }),
        allowUnauthorized: field('Allow own certificates', { default: 'false', required: false }),
        username: field('User name', { required: false }),
        password: secretField('Password', { required: false }),
      },
    },
  },
  actions: {
    sendEmail: {
      label: 'Send email',
      description: 'Sends an email.',
      inputs: {
        connection: connection({ label: 'Connection', help: 'The mail server, and who signs in there.' }),
        to: addresses('To'),
        toJson: moreAddresses('More of To'),
        from: text({ label: 'From', help: 'The address of the sender, such as shop@example.com.' }),
        cc: addresses('Cc'),
        ccJson: moreAddresses('More of Cc'),
        bcc: addresses('Bcc'),
        bccJson: moreAddresses('More of Bcc'),
        replyTo: addresses('Reply to'),
        subject: text({ label: 'Subject', help: 'One line, such as “Your order 1”.' }),
        text: longText({ label: 'Text', help: 'The message for those whose mail program shows no HTML.' }),
        html: code({
          label: 'HTML',
          help: 'The message with its formatting, such as <p>Thank you.</p>',
          language: 'html',
        }),
        attachments: pairs({ label: 'Attachments', help: 'File name and file.' }),
        multipleAttachments: anything({ label: 'More attachments', help: 'A list of key and value.' }),
      },
      example: { accepted: ['ada@example.com'], rejected: [], messageId: '<1@example.com>' },
      output: 'anything',
      synonyms: ['mail'],
    },
  },
});
