/** Servers that keep files: SFTP and FTP (format.md 2.4). */
import type { ConnectionDefinition } from '#lib/connectors/define.ts';
import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { anything, connection, flag, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

const connectionInput = connection({ label: 'Connection', help: 'The server, and who signs in there.' });
const debug = flag({ label: 'Debug', help: 'Writes what the server says to the log.', default: false });
const path = text({ label: 'Path', help: 'Of a folder or a file.', placeholder: '/orders' });
const inputPath = text({ label: 'Path', help: 'Of the file on the server.', placeholder: '/orders/1.csv' });
const returnBuffer = flag({ label: 'As bytes', default: false, help: 'Also when the file is text.' });
const outputPath = text({
  label: 'Path',
  help: 'Of the file on the server; one that is there is replaced or added to.',
  placeholder: '/orders/1.csv',
});
const data = anything({
  label: 'Data',
  help: 'The contents of the file: text, or a file from an earlier step.',
});
const sourcePath = text({ label: 'Source path', help: 'Where it is now, such as /orders/1.csv.' });
const destinationPath = text({ label: 'Destination path', help: 'Where it is to be, such as /done/1.csv.' });
const recursive = flag({
  label: 'With its parents',
  help: 'Makes the folders it lies in as well, where they are missing.',
  default: true,
});

const fileExample = { data: 'id,name', contentType: 'text/csv' };

/** What both kinds of server can do. */
const fileActions = {
  readFile: {
    label: 'Read file',
    description: 'Reads a file from the server.',
    inputs: { connection: connectionInput, inputPath, returnBuffer, debug },
    example: fileExample,
    output: 'file',
    synonyms: ['download', 'get'],
  },
  writeFile: {
    label: 'Write file',
    description: 'Writes a file to the server.',
    inputs: { connection: connectionInput, outputPath, data, debug },
    example: '/orders/1.csv',
    output: 'anything',
    synonyms: ['upload', 'put'],
  },
  moveFile: {
    label: 'Move file',
    description: 'Gives a file on the server another name or folder.',
    inputs: { connection: connectionInput, sourcePath, destinationPath, debug },
    example: null,
    synonyms: ['rename'],
  },
  deleteFile: {
    label: 'Delete file',
    description: 'Removes a file from the server.',
    inputs: { connection: connectionInput, path, debug },
    example: null,
  },
  createDirectory: {
    label: 'Create directory',
    description: 'Makes a folder on the server.',
    inputs: { connection: connectionInput, path, recursive, debug },
    example: '/orders',
  },
} as const;

const listDirectory = {
  label: 'List directory',
  description: 'Lists the files of a folder.',
  inputs: { connection: connectionInput, path, debug },
  example: ['orders/1.csv', 'orders/2.csv'],
};

const account = {
  host: field('Host'),
  port: field('Port', { default: '22' }),
  timeout: field('Timeout', { default: '3000', required: false, help: 'Milliseconds.' }),
  username: field('User name'),
};

const sftpConnections: Readonly<Record<string, ConnectionDefinition>> = {
  basic: { label: 'User name and password', fields: { ...account, password: secretField('Password') } },
  privateKey: {
    label: 'Private key',
    fields: {
      ...account,
      privateKey: secretField('Private key'),
      passphrase: secretField('Passphrase of the key', { required: false }),
      password: secretField('Password', { required: false }),
    },
  },
};

export const sftp = defineUnreachable({
  key: 'sftp',
  label: 'SFTP',
  description: 'Files on SFTP servers.',
  family: 'files',
  icon: 'folder-lock',
  connections: sftpConnections,
  actions: {
    listDirectory: {
      ...listDirectory,
      inputs: {
        ...listDirectory.inputs,
        pattern: text({
          label: 'Pattern',
          help: 'Which names to list: * stands for any text.',
          default: '*',
          placeholder: '*.csv',
        }),
        includeSubdirectories: flag({
          label: 'With subfolders',
          help: 'Lists what is in the folders inside it as well.',
          default: false,
        }),
        includeDirectories: flag({
          label: 'With folders',
          help: 'Lists the folders themselves besides the files.',
          default: false,
        }),
      },
    },
    ...fileActions,
    fastGet: { ...fileActions.readFile, label: 'Read large file' },
    appendFile: {
      label: 'Append to file',
      description: 'Adds data to the end of a file on the server.',
      inputs: fileActions.writeFile.inputs,
      example: '/orders/1.csv',
      output: 'anything',
    },
    statFile: {
      label: 'File information',
      description: 'Tells size and times of a file on the server.',
      inputs: { connection: connectionInput, inputPath, debug },
      example: { size: 120, modifyTime: 1767225600000, isDirectory: false, isFile: true },
    },
  },
});

export const ftp = defineUnreachable({
  key: 'ftp',
  label: 'FTP',
  description: 'Files on FTP servers.',
  family: 'files',
  icon: 'folder',
  connections: {
    basic: {
      label: 'User name and password',
      fields: {
        host: field('Host'),
        port: field('Port', { default: '21' }),
        username: field('User name', { required: false }),
        password: secretField('Password', { required: false }),
        secure: field('Encryption', { default: 'false', help: 'true, false or implicit.' }),
        ignoreSslErrors: field('Ignore certificate errors', { default: 'false', help: 'true or false.' }),
      },
    },
  },
  actions: { listDirectory, ...fileActions },
});
