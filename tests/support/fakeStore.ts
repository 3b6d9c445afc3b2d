/** A store in memory that checks every signature by its own computation, as Amazon describes it. */
import { createHash } from 'node:crypto';
import type { HttpRequest, HttpResponse } from '#lib/connectors/define.ts';
import { isSignedRightly } from './fakeStoreSignature.ts';

interface Upload {
  key: string;
  parts: Map<number, Uint8Array>;
}

interface Stored {
  bytes: Uint8Array;
  headers: Readonly<Record<string, string>>;
}

/** One bucket, `bucket`, at `https://store.example`, addressed by path. */
export class FakeStore {
  readonly objects = new Map<string, Stored>();
  readonly uploads = new Map<string, Upload>();
  readonly requests: HttpRequest[] = [];
  /** Answers instead of the store, or fails, when it wants to. */
  before: (request: HttpRequest, number: number) => Partial<HttpResponse> | undefined = () => undefined;
  clock: () => number = Date.now;

  readonly fetch = async (request: HttpRequest): Promise<HttpResponse> => {
    this.requests.push(request);
    await Promise.resolve();
    const instead = this.before(request, this.requests.length);
    return {
      status: 200,
      headers: {},
      body: new ArrayBuffer(0),
      url: request.url,
      ...(instead ?? this.#answer(request)),
    };
  };

  /** What was sent of parts, by their numbers. */
  get sentParts(): number[] {
    const numbers = this.requests
      .filter(({ method }) => method === 'PUT')
      .map(({ url }) => new URL(url).searchParams.get('partNumber'));
    return numbers.filter((number) => number !== null).map(Number);
  }

  #answer(request: HttpRequest): Partial<HttpResponse> {
    if (!isSignedRightly(request, this.clock())) return refusal(403, 'SignatureDoesNotMatch');
    const url = new URL(request.url);
    const key = decodeURIComponent(url.pathname.replace(/^\/bucket\/?/, ''));
    const operation = operations.find(([pattern]) => pattern.test(`${request.method} ${named(url)}`));
    return operation?.[1](this, key, url.searchParams, request) ?? refusal(405, 'MethodNotAllowed');
  }
}

/** `uploadId,partNumber` of what matters in a query. */
function named({ searchParams }: URL): string {
  return ['uploads', 'delete', 'list-type', 'partNumber', 'uploadId']
    .filter((name) => searchParams.has(name))
    .join();
}

type Operation = (
  store: FakeStore,
  key: string,
  query: URLSearchParams,
  request: HttpRequest,
) => Partial<HttpResponse>;

const operations: readonly [RegExp, Operation][] = [
  [/^POST uploads$/, begin],
  [/^GET uploads$/, listUploads],
  [/^PUT partNumber,uploadId$/, takePart],
  [/^GET uploadId$/, listParts],
  [/^POST uploadId$/, complete],
  [
    /^DELETE uploadId$/,
    (store, _key, query) => ({ status: store.uploads.delete(query.get('uploadId') ?? '') ? 204 : 404 }),
  ],
  [/^GET list-type$/, listObjects],
  [/^PUT $/, put],
  [/^(GET|HEAD) $/, get],
  [/^DELETE $/, remove],
];

function begin(store: FakeStore, key: string): Partial<HttpResponse> {
  const id = `upload-${store.uploads.size + 1}`;
  store.uploads.set(id, { key, parts: new Map() });
  return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
}

function listUploads(store: FakeStore): Partial<HttpResponse> {
  const rows = [...store.uploads].map(
    ([id, { key }]) =>
      `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>2026-01-01T00:00:0${id.slice(-1)}Z</Initiated></Upload>`,
  );
  return xml(`<ListMultipartUploadsResult>${rows.join('')}</ListMultipartUploadsResult>`);
}

function takePart(
  store: FakeStore,
  _key: string,
  query: URLSearchParams,
  { body }: HttpRequest,
): Partial<HttpResponse> {
  const upload = store.uploads.get(query.get('uploadId') ?? '');
  if (!upload) return refusal(404, 'NoSuchUpload');
  const bytes = bytesIn(body);
  upload.parts.set(Number(query.get('partNumber')), bytes);
  return { headers: { etag: etagOf(bytes) } };
}

function listParts(store: FakeStore, _key: string, query: URLSearchParams): Partial<HttpResponse> {
  const from = Number(query.get('part-number-marker') ?? 0);
  const all = [...(store.uploads.get(query.get('uploadId') ?? '')?.parts ?? [])].filter(
    ([number]) => number > from,
  );
  // Two a page, so that there are pages.
  const page = all.sort(([one], [other]) => one - other).slice(0, 2);
  const rows = page.map(
    ([number, bytes]) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${etagOf(bytes)}</ETag><Size>${bytes.byteLength}</Size></Part>`,
  );
  const next = `<IsTruncated>${all.length > 2}</IsTruncated><NextPartNumberMarker>${page.at(-1)?.[0] ?? 0}</NextPartNumberMarker>`;
  return xml(`<ListPartsResult>${rows.join('')}${next}</ListPartsResult>`);
}

function complete(
  store: FakeStore,
  key: string,
  query: URLSearchParams,
  { body }: HttpRequest,
): Partial<HttpResponse> {
  const id = query.get('uploadId') ?? '';
  const numbers = Array.from(String(body).matchAll(/<PartNumber>(\d+)</g), ([, number]) => Number(number));
  const parts = numbers.map((number) => store.uploads.get(id)?.parts.get(number));
  if (parts.length === 0 || parts.includes(undefined)) return refusal(400, 'InvalidPart');
  store.objects.set(key, { bytes: Buffer.concat(parts as Uint8Array[]), headers: {} });
  store.uploads.delete(id);
  return xml(
    `<CompleteMultipartUploadResult><Bucket>bucket</Bucket><Key>${key}</Key></CompleteMultipartUploadResult>`,
  );
}

function listObjects(store: FakeStore, _key: string, query: URLSearchParams): Partial<HttpResponse> {
  const keys = [...store.objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const page = keys.slice(0, Number(query.get('max-keys') ?? 1000));
  const rows = page.map((key) => `<Contents><Key>${encodeURIComponent(key)}</Key></Contents>`);
  const truncated = `<IsTruncated>${page.length < keys.length}</IsTruncated>`;
  return xml(
    `<ListBucketResult><EncodingType>url</EncodingType>${truncated}${rows.join('')}</ListBucketResult>`,
  );
}

function put(
  store: FakeStore,
  key: string,
  _query: URLSearchParams,
  { headers, body }: HttpRequest,
): Partial<HttpResponse> {
  const bytes = bytesIn(body);
  store.objects.set(key, { bytes, headers });
  return { headers: { etag: etagOf(bytes) } };
}

/** Of what is not there as well. */
function remove(store: FakeStore, key: string): Partial<HttpResponse> {
  store.objects.delete(key);
  return { status: 204 };
}

function get(store: FakeStore, key: string): Partial<HttpResponse> {
  const found = store.objects.get(key);
  if (!found) return refusal(404, 'NoSuchKey');
  const headers = { 'content-type': found.headers['content-type'] ?? '', etag: etagOf(found.bytes) };
  return { headers, body: Uint8Array.from(found.bytes).buffer };
}

function bytesIn(body: HttpRequest['body']): Uint8Array {
  return typeof body === 'string'
    ? new TextEncoder().encode(body)
    : new Uint8Array(body ?? new ArrayBuffer(0));
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

/** An answer with a document. */
export function xml(text: string, status = 200): Partial<HttpResponse> {
  return { status, body: new TextEncoder().encode(`<?xml version="1.0"?>\n${text}`).buffer };
}

/** As stores refuse. */
export function refusal(status: number, code: string, more = ''): Partial<HttpResponse> {
  return xml(`<Error><Code>${code}</Code><Message>Said by the store</Message>${more}</Error>`, status);
}
