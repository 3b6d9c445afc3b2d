/** What the tables of the database hold. Times are milliseconds since 1970. */
import type {
  ExecutionStatus,
  JournalStart,
  LogLine,
  Mark,
  PersistedScope,
  RunPart,
  StateValues,
} from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { SavedPayload } from '#lib/model/payload.ts';
import type { StoredEntries } from '#lib/storage/packedEntries.ts';
import type { StoredPlaces } from '#lib/storage/packedPlaces.ts';

export interface IntegrationRow {
  id: string;
  name: string;
  description: string;
  category: string;
  labels: readonly string[];
  /** What to try after the first run of a sample, until it is dismissed. */
  nextMove?: string;
  /** Where that is: a step or a flow as addresses name them; the test payload when absent. */
  nextMoveAt?: { step?: string; flow?: string };
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

export interface DraftRow {
  integrationId: string;
  document: Integration;
  updatedAt: number;
}

export interface PayloadRow {
  integrationId: string;
  /** Name of the flow. */
  flow: string;
  name: string;
  payload: SavedPayload;
}

export interface ExecutionRow {
  id: string;
  integrationId: string;
  /** Name of the flow. */
  flow: string;
  /** A test run is of the draft. */
  kind: 'test';
  status: ExecutionStatus;
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt?: number;
  failure?: Failure;
  /** The execution whose step started this one. */
  calledBy?: string;
}

/** Everything needed to run it, and to run it again. */
export interface StartRow {
  executionId: string;
  document: Integration;
  payload: SavedPayload;
  /** Config variable values that differ from the defaults. */
  config: Readonly<Record<string, unknown>>;
  /** Where not all of the flow is to run; `journal` is made of it when the run begins. */
  part?: RunPart;
  /** What is known before it begins; its own journal comes on top. */
  journal?: JournalStart;
  /** How many flows wait for this one, and how many started one another before it. */
  depth?: number;
  chain?: number;
}

/** A page of the journal. */
export interface JournalPage extends StoredEntries {
  executionId: string;
  page: number;
  /** Absent in pages of older versions. */
  marks?: readonly Mark[];
}

/** An output that is too large for its entry. */
export interface OutputRow {
  executionId: string;
  key: string;
  value: unknown;
}

/** Persisted values of one scope (format.md 2.3). */
export interface StateRow {
  /** Whose they are: the integration that is tested. */
  owner: string;
  scope: PersistedScope;
  /** Name of the flow in the scope `instance`, else empty. */
  flow: string;
  values: StateValues;
  updatedAt: number;
}

/** What config variables are set to where that is not their default; connections are in `secrets`. */
export interface ConfigurationRow {
  /** Whose it is: the integration that is tested. */
  owner: string;
  values: Readonly<Record<string, unknown>>;
  updatedAt: number;
}

/** A key of the vault; the browser does not give it out. */
export interface KeyRow {
  id: 'vault';
  key: CryptoKey;
}

/** What a connection holds, encrypted; only what is no secret can be read. */
export interface SecretRow {
  /** Whose it is: the integration that is tested. */
  owner: string;
  /** Key of the config variable. */
  configVar: string;
  /** Such as `http/apiKey`. */
  kind: string;
  /** Where it may be sent to. */
  origins: readonly string[];
  /** Fields that are no secrets. */
  shown: Readonly<Record<string, string>>;
  /** Names of the fields that are filled in. */
  filled: readonly string[];
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
  updatedAt: number;
}

/** A file that travels with an integration; what is in it is in chunks. */
export interface AttachmentRow {
  integrationId: string;
  name: string;
  contentType: string;
  /** In bytes. */
  size: number;
  addedAt: number;
}

/** A part of a file, in the order of its number: a private window of WebKit cannot store a `Blob`. */
export interface ChunkRow {
  integrationId: string;
  name: string;
  number: number;
  data: ArrayBuffer;
}

export interface LogPage {
  executionId: string;
  page: number;
  lines: readonly LogLine[];
}

export interface SummaryRow extends StoredPlaces {
  executionId: string;
  /** Pages of the journal that are in it; the rest is read from them. Absent in rows of older versions: all are. */
  pages?: number;
}
