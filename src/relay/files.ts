/** Answers from a folder of built files, the way a static host of a one-page app does. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { sentence, type Answer } from './answer.ts';
import { contentType } from './contentType.ts';
import { acceptedEncodings, SUFFIXES, type Encoding } from './encoding.ts';
import { isPlace, isPublic, type RequestPath } from './path.ts';

/** The one page of the app, for every place in it. */
export const FALLBACK = 'index.html';

/** A file as it goes over the wire: perhaps compressed, perhaps in other forms for other clients. */
interface Representation {
  body: Buffer;
  encoding?: Encoding;
  varies: boolean;
}

/** Reading the file may fail for these reasons, and all of them mean that there is no such file. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL']);

/** The answer to GET for a path: the file, else the app's page when the path is a place in the app, else 404. */
export async function answerFromFolder(
  folder: string,
  path: RequestPath,
  headers: IncomingHttpHeaders,
): Promise<Answer> {
  const name = path.segments.join('/');
  const encodings = acceptedEncodings(String(headers['accept-encoding'] ?? ''));
  const file = isPublic(path) && !path.folder ? await represent(folder, name, encodings) : undefined;
  if (file) return fileAnswer(name, file, headers);
  const page = isPlace(path) ? await represent(folder, FALLBACK, encodings) : undefined;
  return page ? fileAnswer(FALLBACK, page, headers) : sentence(404, 'There is no file at this address.');
}

function fileAnswer(name: string, file: Representation, asked: IncomingHttpHeaders): Answer {
  // Of these very bytes, so that it differs between the compressed forms, as a strong tag must.
  const etag = `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'cache-control': cacheControl(name),
    etag,
    ...(file.varies && { vary: 'accept-encoding' }),
  };
  if (matches(asked['if-none-match'], etag)) return { status: 304, headers, body: Buffer.alloc(0) };
  const encoded = file.encoding && { 'content-encoding': file.encoding };
  return {
    status: 200,
    headers: { ...headers, 'content-type': contentType(name), ...encoded },
    body: file.body,
  };
}

/** Kit puts the hash of their content into the names below `immutable`; everything else is asked for again. */
function cacheControl(name: string): string {
  return name.startsWith('_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

async function represent(
  folder: string,
  name: string,
  accepted: Encoding[],
): Promise<Representation | undefined> {
  const plain = await locate(folder, name);
  if (plain === undefined) return undefined;
  const compressed = {
    br: await locate(folder, name + SUFFIXES.br),
    gzip: await locate(folder, name + SUFFIXES.gzip),
  };
  const encoding = accepted.find((candidate) => compressed[candidate] !== undefined);
  const source = (encoding && compressed[encoding]) ?? plain;
  return { body: await readFile(source), encoding, varies: Boolean(compressed.br ?? compressed.gzip) };
}

/** The real path of a plain file inside the folder; a link that leads out of the folder is no such file. */
async function locate(folder: string, name: string): Promise<string | undefined> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    if (!path.startsWith(root + sep)) return undefined;
    return (await stat(path)).isFile() ? path : undefined;
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
