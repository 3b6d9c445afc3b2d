/** The config variables of an integration while somebody sets them for test runs. */
import { auditIntegration } from '#lib/model/audit.ts';
import type { CatalogueConnection } from '#lib/model/catalogue.ts';
import { configConnection, configField } from '#lib/model/configField.ts';
import type { ConfigVar, Integration } from '#lib/model/integration.ts';
import { originOf } from '#lib/model/originOf.ts';
import type { App } from '#lib/state/App.svelte.ts';
import { catalogue } from '#lib/state/catalogue.ts';
import { listFilledConnections, readConfiguration, saveConfiguration } from '#lib/storage/configurations.ts';
import { forgetConnection, keepConnection } from '#lib/state/connections.ts';
import { isFilledIn, noConnection, type FilledIn } from '#lib/views/inputs/connection.ts';
import { valueProblem } from '#lib/views/inputs/valueProblem.ts';

/** A connection as it is set: what the vault has already cannot be shown again. */
export interface ConnectionEntry {
  kind: CatalogueConnection;
  /** Names of what is stored; empty when nothing is. */
  stored: readonly string[];
  filledIn: FilledIn;
  /** As they were typed. */
  origins: readonly string[];
}

export class Configuration {
  readonly #app: App;
  readonly #owner: string;
  readonly #document: Integration;
  values = $state.raw<Readonly<Record<string, unknown>>>({});
  connections = $state.raw<Readonly<Record<string, ConnectionEntry>>>({});

  private constructor(app: App, owner: string, document: Integration) {
    this.#app = app;
    this.#owner = owner;
    this.#document = document;
  }

  get configVars(): readonly ConfigVar[] {
    return this.#document.configVars;
  }

  /** As it was set last. */
  static async open(app: App, owner: string, document: Integration): Promise<Configuration> {
    const opened = new Configuration(app, owner, document);
    const set = await readConfiguration(app.database, owner);
    const filled = await listFilledConnections(app.database, owner);
    opened.values = Object.fromEntries(
      opened.#plain.map(({ key, defaultValue }) => [key, Object.hasOwn(set, key) ? set[key] : defaultValue]),
    );
    const connections = document.configVars.filter(({ dataType }) => dataType === 'connection');
    opened.connections = Object.fromEntries(
      connections.map((configVar) => {
        const stored = filled.find((one) => one.configVar === configVar.key);
        return [configVar.key, entryOf(configVar, stored)];
      }),
    );
    return opened;
  }

  set(key: string, value: unknown): void {
    this.values = { ...this.values, [key]: value };
  }

  change(key: string, changed: Partial<ConnectionEntry>): void {
    const entry = this.connections[key];
    if (entry) this.connections = { ...this.connections, [key]: { ...entry, ...changed } };
  }

  /** Begins to fill a connection in; where the document itself says that it goes, nobody has to type. */
  fillIn(key: string, filledIn: FilledIn): void {
    const entry = this.connections[key];
    const begins = entry?.filledIn.key === '' && entry.origins.length === 0;
    this.change(key, { filledIn, ...(begins && { origins: this.#hostsOf(key) }) });
  }

  #hostsOf(key: string): string[] {
    const configVars = this.configVars.map((configVar) =>
      configVar.dataType === 'connection'
        ? configVar
        : { ...configVar, defaultValue: this.values[configVar.key] },
    );
    const { connections } = auditIntegration({ ...this.#document, configVars }, catalogue);
    const { goesTo = [] } = connections.find(({ configVar }) => configVar === key) ?? {};
    return Array.from(new Set(goesTo.flatMap(({ host }) => originOf(host) ?? [])));
  }

  /** What is wrong, by key of the config variable. */
  readonly problems = $derived.by((): Readonly<Record<string, string>> => {
    const plain = this.#plain.map((configVar): [string, string] => [
      configVar.key,
      valueProblem(configField(configVar), this.values[configVar.key]),
    ]);
    const connections = Object.entries(this.connections).map(([key, entry]): [string, string] => [
      key,
      connectionProblem(entry),
    ]);
    return Object.fromEntries([...plain, ...connections].filter(([, problem]) => problem !== ''));
  });

  /** Forgets what the vault has of a connection, at once. */
  async forget(key: string): Promise<void> {
    await forgetConnection(this.#app, this.#owner, key);
    this.change(key, { stored: [], filledIn: noConnection });
  }

  /** Writes all of it down; secrets go into the vault and are let go of. */
  async save(): Promise<void> {
    const changed = this.#plain.filter(({ key, defaultValue }) => this.values[key] !== defaultValue);
    const values = Object.fromEntries(changed.map(({ key }) => [key, $state.snapshot(this.values[key])]));
    await saveConfiguration(this.#app.database, this.#owner, values);
    for (const configVar of this.configVars) await this.#keep(configVar);
  }

  async #keep({ key, connection }: ConfigVar): Promise<void> {
    const entry = this.connections[key];
    if (!entry || !isFilled(entry.filledIn)) return;
    await keepConnection(this.#app, {
      owner: this.#owner,
      configVar: key,
      kind: `${connection?.connector ?? ''}/${connection?.key ?? ''}`,
      origins: originsOf(entry),
      ...parted(entry),
    });
    this.change(key, { stored: filledNames(entry.filledIn), filledIn: noConnection });
  }

  get #plain(): ConfigVar[] {
    return this.configVars.filter(({ dataType }) => dataType !== 'connection');
  }
}

type Stored = Awaited<ReturnType<typeof listFilledConnections>>[number];

function entryOf(configVar: ConfigVar, stored: Stored | undefined): ConnectionEntry {
  return {
    kind: configConnection(configVar, catalogue),
    stored: stored?.filled ?? [],
    filledIn: noConnection,
    origins: stored?.origins ?? [],
  };
}

function connectionProblem({ kind, filledIn, origins }: ConnectionEntry): string {
  if (!isFilled(filledIn)) return '';
  const wrong = origins.find((typed) => typed.trim() !== '' && originOf(typed) === undefined);
  if (wrong !== undefined) return `“${wrong}” is no address of a web service.`;
  if (!origins.some((typed) => originOf(typed) !== undefined)) return 'Say where it may be sent to.';
  const empty = kind.fields.find(({ key, required }) => required && !filledIn.fields[key]);
  return empty ? `“${empty.label}” is required.` : '';
}

function originsOf({ origins }: ConnectionEntry): string[] {
  return Array.from(new Set(origins.flatMap((typed) => originOf(typed) ?? [])));
}

function isFilled(filledIn: unknown): filledIn is FilledIn {
  return isFilledIn(filledIn) && filledNames(filledIn).length > 0;
}

/** What is no secret stays readable: steps must know where a token is asked for. */
function parted({ kind, filledIn }: ConnectionEntry) {
  const isSecret = (name: string) => kind.fields.find(({ key }) => key === name)?.secret ?? true;
  const all = Object.entries(filledIn.fields);
  return {
    fields: Object.fromEntries(all.filter(([name]) => isSecret(name))),
    shown: Object.fromEntries(all.filter(([name]) => !isSecret(name))),
  };
}

function filledNames({ fields }: FilledIn): string[] {
  return Object.keys(fields).filter((name) => fields[name] !== '');
}
