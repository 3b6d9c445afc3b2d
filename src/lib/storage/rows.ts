/** What the tables of the database hold. Times are milliseconds since 1970. */
import type { Entry, ExecutionStatus, LogLine, PlaceSummary } from '#lib/model/execution.ts';
import type { Failure } from '#lib/model/failure.ts';
import type { Integration } from '#lib/model/integration.ts';
import type { SavedPayload } from '#lib/model/payload.ts';

export interface IntegrationRow {
  id: string;
  name: string;
  description: string;
  category: string;
  labels: readonly string[];
  /** What to try after the first run of a sample, until it is dismissed. */
  nextMove?: string;
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
}

/** Everything needed to run it, and to run it again. */
export interface StartRow {
  executionId: string;
  document: Integration;
  payload: SavedPayload;
  /** Config variable values that differ from the defaults. */
  config: Readonly<Record<string, unknown>>;
}

/** A page of the journal. */
export interface JournalPage {
  executionId: string;
  page: number;
  entries: readonly Entry[];
}

export interface LogPage {
  executionId: string;
  page: number;
  lines: readonly LogLine[];
}

export interface SummaryRow {
  executionId: string;
  places: readonly PlaceSummary[];
}
