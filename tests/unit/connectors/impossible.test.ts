/** What no browser can do: it is shown with its inputs, and says why when it is run (format.md 2.4). */
import { describe, expect, it } from 'vitest';
import { describeConnectors } from '#lib/connectors/catalogue.ts';
import { impossibleConnectors } from '#lib/connectors/impossible/index.ts';
import { findAction } from '#lib/model/catalogue.ts';
import { failureOf } from '../../support/performAction.ts';

const catalogue = describeConnectors(impossibleConnectors);
const actions = impossibleConnectors.flatMap(({ key, actions }) =>
  Object.entries(actions).map(([name, action]) => [`${key}/${name}`, action] as const),
);
const inputsOf = (connector: string, action: string) =>
  findAction(catalogue, connector, action)?.action.inputs.map(({ key }) => key);

describe('connectors that no browser can run', () => {
  it('are all there', () => {
    expect(impossibleConnectors.map(({ key }) => key).sort()).toEqual([
      'amqp',
      'ftp',
      'imap',
      'kafka',
      'ldap',
      'mongo',
      'mqtt',
      'ms-sql-server',
      'mysql',
      'oracledb',
      'postgres',
      'redis',
      'sftp',
      'smtp',
    ]);
  });

  it.each(actions)('%s says why when it is run, whatever its inputs hold', async (_name, action) => {
    const broken = Object.fromEntries(Object.keys(action.inputs).map((key) => [key, { broken: [1] }]));
    for (const inputs of [{}, broken])
      expect(await failureOf(action, inputs)).toMatchObject({
        code: 'unsupported',
        retry: false,
        message: expect.stringContaining('needs a plain TCP connection') as unknown,
        hint: expect.stringContaining('Pin an output') as unknown,
      });
  });

  it('name themselves in the reason', async () => {
    const [, query] = actions.find(([name]) => name === 'postgres/query') ?? [];
    expect(query && (await failureOf(query)).message).toBe(
      '“Query” cannot run in a browser: PostgreSQL needs a plain TCP connection, and no web page can open one.',
    );
  });

  it('say in the catalogue that they never work', () => {
    const all = catalogue.connectors.flatMap((connector) => connector.actions);
    expect(all.filter(({ needs }) => needs !== 'never')).toEqual([]);
  });

  it('never miss an input: the reason comes first', () => {
    const all = catalogue.connectors.flatMap((connector) => connector.actions);
    expect(all.flatMap(({ inputs }) => inputs).filter(({ required }) => required)).toEqual([]);
  });
});

describe('their inputs', () => {
  it.each([
    ['sftp', 'readFile', ['connection', 'inputPath', 'returnBuffer', 'debug']],
    [
      'sftp',
      'listDirectory',
      ['connection', 'path', 'debug', 'pattern', 'includeSubdirectories', 'includeDirectories'],
    ],
    ['postgres', 'query', ['postgresConnection', 'queryField', 'params', 'paramsObject', 'debug']],
    ['mysql', 'query', ['mySQLConnection', 'queryField', 'params', 'referenceParams']],
    ['ms-sql-server', 'query', ['sqlConnection', 'queryField', 'params', 'paramsObject', 'timeout']],
    ['oracledb', 'query', ['connection', 'query', 'namedParameters', 'namedParametersObject']],
    ['mqtt', 'publish', ['topicName', 'message', 'mqttConnection']],
    ['redis', 'set', ['redisConnection', 'key', 'value']],
  ])('of %s/%s have the keys of the files', (connector, action, keys) => {
    expect(inputsOf(connector, action)).toEqual(keys);
  });

  it.each([
    ['sftp', 'basic', ['host', 'port', 'timeout', 'username', 'password']],
    ['sftp', 'privateKey', ['host', 'port', 'timeout', 'username', 'privateKey', 'passphrase', 'password']],
    ['postgres', 'postgres', ['host', 'port', 'database', 'username', 'password', 'requireSSL', 'timeout']],
  ])('of the connection %s/%s have the keys of the files', (connector, kind, keys) => {
    const { connections = [] } = catalogue.connectors.find(({ key }) => key === connector) ?? {};
    expect(connections.find(({ key }) => key === kind)?.fields.map(({ key }) => key)).toEqual(keys);
  });

  it.each(impossibleConnectors.map(({ key, connections = {} }) => [key, connections] as const))(
    'of %s keep passwords and keys as secrets',
    (_key, connections) => {
      const open = Object.values(connections).flatMap(({ fields }) =>
        Object.entries(fields).filter(([name, { secret }]) => /^pass|privateKey/i.test(name) && !secret),
      );
      expect(open).toEqual([]);
    },
  );
});
