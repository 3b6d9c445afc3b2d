/** Databases that are asked in SQL: PostgreSQL, MySQL, SQL Server and Oracle (format.md 2.4). */
import type { ConnectionDefinition, ConnectorDefinition, Inputs } from '#lib/connectors/define.ts';
import { defineUnreachable } from '#lib/connectors/impossible/defineUnreachable.ts';
import { anything, connection, flag, list, longText, pairs, text } from '#lib/connectors/inputs.ts';
import { field, secretField } from '#lib/connectors/service/fields.ts';

type Fields = ConnectionDefinition['fields'];

const connectionInput = connection({ label: 'Connection', help: 'The database, and who signs in there.' });
const queryField = longText({ label: 'Query', help: 'SQL.' });
const params = pairs({ label: 'Parameters', help: 'Their names in the query, and their values.' });
const paramsObject = anything({ label: 'More parameters', help: 'An object from an earlier step.' });

interface Database {
  key: string;
  label: string;
  connection: { key: string; port: string; more?: Fields };
  query: Inputs;
}

const databases: readonly Database[] = [
  {
    key: 'postgres',
    label: 'PostgreSQL',
    connection: {
      key: 'postgres',
      port: '5432',
      more: {
        requireSSL: field('Require TLS', { default: 'false', help: 'true or false.' }),
        timeout: field('Timeout', { default: '5000', required: false, help: 'Milliseconds.' }),
      },
    },
    query: {
      postgresConnection: connectionInput,
      queryField,
      params,
      paramsObject,
      debug: flag({ label: 'Debug', help: 'Writes more about the query to the log.', default: false }),
    },
  },
  {
    key: 'mysql',
    label: 'MySQL',
    connection: { key: 'mySQL', port: '3306' },
    query: {
      mySQLConnection: connectionInput,
      queryField,
      params: list({ label: 'Parameters', help: 'In the order of the question marks.' }),
      referenceParams: anything({ label: 'More parameters', help: 'A list from an earlier step.' }),
    },
  },
  {
    key: 'ms-sql-server',
    label: 'Microsoft SQL Server',
    connection: {
      key: 'basic',
      port: '1433',
      more: {
        connectionTimeout: field('Timeout', { default: '15000', required: false, help: 'Milliseconds.' }),
      },
    },
    query: {
      sqlConnection: connectionInput,
      queryField,
      params,
      paramsObject,
      timeout: text({ label: 'Timeout', default: '60000', help: 'Milliseconds.' }),
    },
  },
  {
    key: 'oracledb',
    label: 'Oracle Database',
    connection: {
      key: 'oracledbConnection',
      port: '1521',
      more: { timeout: field('Timeout', { default: '10', required: false, help: 'Seconds.' }) },
    },
    query: {
      connection: connectionInput,
      query: queryField,
      namedParameters: params,
      namedParametersObject: paramsObject,
    },
  },
];

export const sqlDatabases: readonly ConnectorDefinition[] = databases.map(
  ({ key, label, connection: server, query }) =>
    defineUnreachable({
      key,
      label,
      description: `Ask a ${label} database.`,
      family: 'data',
      icon: 'database',
      connections: {
        [server.key]: {
          label: 'Server',
          fields: {
            host: field('Host'),
            port: field('Port', { default: server.port }),
            database: field('Database'),
            username: field('User name', { required: false }),
            password: secretField('Password', { required: false }),
            ...server.more,
          },
        },
      },
      actions: {
        query: {
          label: 'Query',
          description: 'Runs a query and gives its rows.',
          inputs: query,
          example: [{ id: 1, name: 'Ada' }],
          output: 'anything',
          synonyms: ['sql', 'select', 'insert', 'database'],
        },
      },
    }),
);
