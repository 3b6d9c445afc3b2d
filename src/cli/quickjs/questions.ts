/** What the user's code says to its host, read at the border: it may have been made up. */
import type { Thrown } from '#lib/connectors/code/codeFailure.ts';
import type { HttpRequest } from '#lib/connectors/define.ts';
import type { LogLevel } from '#lib/model/execution.ts';

const levels: readonly string[] = ['debug', 'info', 'warn', 'error'] satisfies LogLevel[];

export function readLine(said: unknown): { level: LogLevel; message: string } {
  const { level, message } = recordOf(said);
  return { level: levels.includes(String(level)) ? (level as LogLevel) : 'info', message: textOf(message) };
}

export function readThrown(said: unknown): Thrown {
  const { name, message, stack } = recordOf(said);
  return { name: textOf(name), message: textOf(message), stack: textOf(stack) };
}

export function readFlowCall(said: unknown): { name: string; data: unknown } {
  const { name, data } = recordOf(said);
  return { name: textOf(name), data };
}

export function readRequest(said: unknown): HttpRequest {
  const { url, method, headers, body } = recordOf(said);
  const named = Object.entries(recordOf(headers)).map(([name, value]) => [name, textOf(value)] as const);
  const sent = body instanceof Uint8Array ? (body.buffer as ArrayBuffer) : body;
  return {
    url: textOf(url),
    method: textOf(method),
    headers: Object.fromEntries(named),
    ...((typeof sent === 'string' || sent instanceof ArrayBuffer) && { body: sent }),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
