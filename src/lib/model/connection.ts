/** A connection as a step meets it: which kind it is, and what was filled in (format.md 1.8). */

/** What a config variable of type `connection` stands for when a flow runs. */
export interface ConnectionValue {
  /** Which connection of its connector, such as `apiKey`. */
  key: string;
  /** The config variable it comes from. */
  configVarKey: string;
  /** What was filled in. Secrets are not among it: a host opens them for one address at a time. */
  fields: Readonly<Record<string, unknown>>;
  /** What was got by signing in (OAuth 2), where that is no secret of the vault. */
  token?: string;
}

/** A connection that was opened for one address: with its secrets. */
export interface OpenConnection {
  key: string;
  fields: Readonly<Record<string, string>>;
  /** What was got by signing in (OAuth 2). */
  token?: string;
}

/** Whether something is a connection. */
export function isConnection(value: unknown): value is ConnectionValue {
  if (typeof value !== 'object' || value === null) return false;
  const { key, configVarKey, fields } = value as Partial<ConnectionValue>;
  return (
    typeof key === 'string' &&
    typeof configVarKey === 'string' &&
    typeof fields === 'object' &&
    fields !== null
  );
}
