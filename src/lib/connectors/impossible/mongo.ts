import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { choice, code, connection, flag, list, pairs, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

const mongoConnection = connection({
  label: 'Connection',
  help: 'The server with its database and collection.',
});
const queryFilter = pairs({ label: 'Where', help: 'Fields, and the values that they must have.' });
const documentUpdate = pairs({ label: 'Change', help: 'Fields, and their new values.' });
const upsert = flag({ label: 'Or insert', help: 'Adds a document when none fits.', default: false });

/** How values are compared; the files leave it empty for equal. */
const comparison = {
  comparisonOperator: choice({
    label: 'Comparison',
    help: 'How a field is compared with its value: $gt is greater, $lte at most; empty for equal.',
    choices: ['$eq', '$gt', '$gte', '$lt', '$lte', '$ne'],
  }),
  convertValuesToNumbers: flag({
    label: 'Read numbers',
    help: 'Takes values that are numbers as numbers, not as text.',
    default: false,
  }),
};

const found = { mongoConnection, queryFilter };
const changed = { ...found, documentUpdate, upsert };

/** Documents of a MongoDB database (format.md 2.4). */
export const mongo = defineUnreachable({
  key: 'mongo',
  label: 'MongoDB',
  description: 'Documents of a MongoDB database.',
  family: 'data',
  icon: 'database',
  connections: {
    mongo: {
      label: 'Server',
      fields: {
        connectionString: secretField('Connection string'),
        database: field('Database'),
        collection: field('Collection'),
        useV4: field('Old driver', { default: 'false', required: false, help: 'true or false.' }),
      },
    },
  },
  actions: {
    findOne: {
      label: 'Find one',
      description: 'Finds one document.',
      inputs: { ...found, ...comparison },
      example: { _id: '1', name: 'Ada' },
      output: 'anything',
    },
    findAll: {
      label: 'Find all',
      description: 'Finds documents.',
      inputs: {
        ...found,
        ...comparison,
        limit: text({ label: 'At most', help: 'How many documents to give, such as 100; empty for all.' }),
        skip: text({ label: 'Skip', help: 'How many documents to leave out at the beginning.' }),
      },
      example: [{ _id: '1', name: 'Ada' }],
      output: 'anything',
    },
    insertOne: {
      label: 'Insert one',
      description: 'Adds a document.',
      inputs: {
        mongoConnection,
        document: pairs({ label: 'Fields', help: 'The names of the fields, and their values.' }),
      },
      example: { acknowledged: true, insertedId: '1' },
      output: 'anything',
    },
    insertMany: {
      label: 'Insert many',
      description: 'Adds documents.',
      inputs: {
        mongoConnection,
        documentList: list({ label: 'Documents', help: 'A list of objects, one for each document.' }),
      },
      example: { acknowledged: true, insertedCount: 1 },
      output: 'anything',
    },
    updateOne: {
      label: 'Update one',
      description: 'Changes a document.',
      inputs: changed,
      example: { acknowledged: true, modifiedCount: 1 },
      output: 'anything',
    },
    updateMany: {
      label: 'Update many',
      description: 'Changes documents.',
      inputs: { ...changed, ...comparison },
      example: { acknowledged: true, modifiedCount: 2 },
      output: 'anything',
    },
    deleteMany: {
      label: 'Delete many',
      description: 'Removes documents.',
      inputs: found,
      example: { acknowledged: true, deletedCount: 2 },
      output: 'anything',
    },
    aggregate: {
      label: 'Aggregate',
      description: 'Runs documents through the stages of a pipeline.',
      inputs: {
        mongoConnection,
        pipeline: code({
          label: 'Pipeline',
          help: 'JSON: a list of stages, such as [{ "$match": { "open": true } }].',
          language: 'json',
        }),
        aggregationOptions: code({
          label: 'Options',
          help: 'JSON such as { "allowDiskUse": true }; may be empty.',
          language: 'json',
        }),
      },
      example: [{ _id: 'Bakery', count: 2 }],
      output: 'anything',
    },
  },
});
