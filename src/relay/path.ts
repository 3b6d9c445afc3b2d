/** The path of a request, taken apart so that no spelling of it can leave the folder. */

/** The decoded segments of a path; `folder` when it ends in a slash, as `/` itself does. */
export interface RequestPath {
  segments: string[];
  folder: boolean;
}

/**
 * Reads the path of a request's url. Undefined when it is not a path, is badly percent-encoded, or holds a
 * character that separates or ends names on some system (backslash, NUL).
 */
export function readPath(url: string): RequestPath | undefined {
  // Not `new URL`: it resolves `..` silently and takes `//name` for a host.
  const path = decode(url.replace(/[?#].*$/s, ''));
  if (path === undefined || !path.startsWith('/') || /[\\\0]/.test(path)) return undefined;
  return { segments: path.split('/').filter(Boolean), folder: path.endsWith('/') };
}

/** Whether a path may name a file here: nothing hidden, and none of `.` and `..`. */
export function isPublic({ segments }: RequestPath): boolean {
  return !segments.some((segment) => segment.startsWith('.'));
}

/** Whether a path is a place in the app (`/integrations/7`) and so answered by the one page of the app. */
export function isPlace(path: RequestPath): boolean {
  const last = path.segments.at(-1) ?? '';
  return isPublic(path) && path.segments[0] !== '_app' && !last.includes('.');
}

/** Whether a path is drawn as a page when a browser goes there. */
export function isPage(path: RequestPath): boolean {
  return isPlace(path) || (path.segments.at(-1) ?? '').endsWith('.html');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
