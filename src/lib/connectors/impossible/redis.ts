import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { connection, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

const redisConnection = connection({ label: 'Connection', help: 'The server, and how to sign in there.' });
const key = text({ label: 'Key', help: 'The name of the value, such as order:1.' });

/** Values by their keys (format.md 2.4). */
export const redis = defineUnreachable({
  key: 'redis',
  label: 'Redis',
  description: 'Values by their keys.',
  family: 'data',
  icon: 'database',
  connections: {
    redis: {
      label: 'Server',
      fields: {
        host: field('Host'),
        port: field('Port', { default: '6379' }),
        username: field('User name', { required: false }),
        password: secretField('Password'),
        db: field('Database', { required: false }),
        useTls: field('Use TLS', { required: false, help: 'true or false.' }),
        key: secretField('Key of the client', { required: false }),
        cert: field('Certificate of the client', { required: false }),
        ca: field('Certificate of the authority', { required: false }),
      },
    },
  },
  actions: {
    get: {
      label: 'Get value',
      description: 'Reads the value of a key.',
      inputs: { redisConnection, key },
      example: 'Ada',
      output: 'anything',
    },
    set: {
      label: 'Set value',
      description: 'Keeps a value under a key.',
      inputs: {
        redisConnection,
        key,
        value: text({ label: 'Value', help: 'The text to keep under the key.' }),
      },
      example: 'OK',
      output: 'anything',
    },
    deleteKey: {
      label: 'Delete key',
      description: 'Forgets a key.',
      inputs: { redisConnection, key },
      example: 1,
      output: 'anything',
    },
    keys: {
      label: 'List keys',
      description: 'Lists the keys that look like a pattern.',
      inputs: {
        XX: text({
          label: 'Pattern',
          help: 'What the keys look like: * stands for any text, ? for one letter.',
          placeholder: 'order:*',
        }),
      },
      example: ['order:1'],
      output: 'anything',
    },
  },
});
