/** What a run is asked for: a flow, and what stands for the world around it. */
import type { Mocks } from '#lib/engine/mocks.ts';
import type { Flow, Integration } from '#lib/model/integration.ts';
import type { SavedPayload } from '#lib/model/payload.ts';
import type { Routes } from './network.ts';

export interface RunRequest {
  integration: Integration;
  flow: Flow;
  payload: SavedPayload;
  /** Values of config variables by key. */
  config: Readonly<Record<string, unknown>>;
  mocks: Mocks;
  routes: Routes;
  /** Folder of the attachments. */
  files: string | undefined;
  /** Sleeps and the waits before retries pass at once. */
  hasFakeClock: boolean;
  /** Of random numbers; without one they are random. */
  seed?: number;
  state: SavedState;
}

/** Persisted values between runs, as a state file holds them (format.md 2.3). */
export interface SavedState {
  crossFlow: StateRecord;
  integration: StateRecord;
  /** By name of the flow whose they are. */
  instance: Readonly<Record<string, StateRecord>>;
}

export type StateRecord = Readonly<Record<string, unknown>>;
