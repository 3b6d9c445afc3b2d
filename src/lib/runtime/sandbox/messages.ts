/** What is said between the page, the sandbox's frame, the runtime worker and the workers of the user's code. */
import type { HttpRequest } from '#lib/connectors/define.ts';
import type { Thrown } from '#lib/connectors/code/codeFailure.ts';
import type { LogLevel } from '#lib/model/execution.ts';

/** To the frame, by the runtime worker. `start` carries a port for the new worker along. */
export type FrameOrder =
  { kind: 'start'; id: number; source: string } | { kind: 'stop'; id: number } | { kind: 'ping' };

/** From the frame. `broken`: a worker's script could not be run at all. */
export type FrameNews =
  { kind: 'pong' } | { kind: 'broken'; id: number; message: string; line: number; column: number };

/** To the user's code; what it asked for is answered by the number it asked with. */
export type CodeOrder =
  | { kind: 'call'; how: string; args: readonly unknown[] }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'refusal'; id: number; message: string };

/** From the user's code. `started`: its own clock runs from here on. `uncaught`: thrown where no call could catch it. */
export type CodeNews =
  | { kind: 'started' }
  | { kind: 'done'; data: unknown }
  | { kind: 'threw'; thrown: Thrown }
  | { kind: 'uncaught'; thrown: Thrown }
  | { kind: 'log'; level: LogLevel; message: string }
  | { kind: 'request'; id: number; request: HttpRequest }
  | { kind: 'invoke'; id: number; name: string; data: unknown };
