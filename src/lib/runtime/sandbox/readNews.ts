/** What a worker of the user's code says, taken for hostile: a message of another shape than agreed is none. */
import type { HttpRequest } from '#lib/connectors/define.ts';
import type { Thrown } from '#lib/connectors/code/codeFailure.ts';
import type { LogLevel } from '#lib/model/execution.ts';
import type { CodeNews } from '#lib/runtime/sandbox/messages.ts';

export function readNews(data: unknown): CodeNews | undefined {
  if (!isObject(data)) return undefined;
  const { kind, id } = data;
  switch (kind) {
    case 'started':
      return { kind };
    case 'done':
      return { kind, data: data.data };
    case 'threw':
    case 'uncaught':
      return { kind, thrown: readThrown(data.thrown) };
    case 'log':
      return isLevel(data.level) && typeof data.message === 'string'
        ? { kind, level: data.level, message: data.message }
        : undefined;
    case 'request': {
      const request = readRequest(data.request);
      return typeof id === 'number' && request ? { kind, id, request } : undefined;
    }
    case 'invoke':
      return typeof id === 'number' && typeof data.name === 'string'
        ? { kind, id, name: data.name, data: data.data }
        : undefined;
    default:
      return undefined;
  }
}

function readThrown(thrown: unknown): Thrown {
  const { name, message, stack } = isObject(thrown) ? thrown : {};
  return { name: textOf(name), message: textOf(message), stack: textOf(stack) };
}

function readRequest(request: unknown): HttpRequest | undefined {
  if (!isObject(request) || !isObject(request.headers)) return undefined;
  const { url, method, body } = request;
  const headers = Object.entries(request.headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  if (typeof url !== 'string' || typeof method !== 'string' || !isBody(body)) return undefined;
  return { url, method, headers: Object.fromEntries(headers), ...(body !== undefined && { body }) };
}

function isBody(body: unknown): body is string | ArrayBuffer | undefined {
  return body === undefined || typeof body === 'string' || body instanceof ArrayBuffer;
}

const levels: readonly unknown[] = ['debug', 'info', 'warn', 'error'] satisfies LogLevel[];

function isLevel(level: unknown): level is LogLevel {
  return levels.includes(level);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
