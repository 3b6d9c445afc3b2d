import type { HttpResponse } from '#lib/connectors/define.ts';

/** What answers say in headers, under the names that results have. A page sees those that the CORS rule exposes. */
const names = {
  AcceptRanges: 'accept-ranges',
  BucketRegion: 'x-amz-bucket-region',
  ContentEncoding: 'content-encoding',
  ContentType: 'content-type',
  DeleteMarker: 'x-amz-delete-marker',
  ETag: 'etag',
  ServerSideEncryption: 'x-amz-server-side-encryption',
  StorageClass: 'x-amz-storage-class',
  VersionId: 'x-amz-version-id',
} as const;

/** Those of the asked headers that are there. */
export function fromHeaders(
  { headers }: HttpResponse,
  wanted: readonly (keyof typeof names)[],
): Record<string, string> {
  const found = wanted.map((name) => [name, headers[names[name]]] as const);
  return Object.fromEntries(
    found.filter((entry): entry is [(typeof entry)[0], string] => entry[1] !== undefined),
  );
}

/** What the writer of an object noted with it. */
export function metadataOf({ headers }: HttpResponse): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  return Object.fromEntries(own.map(([name, value]) => [name.slice('x-amz-meta-'.length), value]));
}
