/** A file in a result: `{ data, contentType }` with bytes, and a name where somebody gave one (format.md 1.10). */

export interface FileOutput {
  name: string;
  contentType: string;
  data: ArrayBuffer;
}

/** `undefined` for what is no file. */
export function fileOutput(value: unknown): FileOutput | undefined {
  if (typeof value !== 'object' || value === null || !('data' in value) || !('contentType' in value))
    return undefined;
  const { data, contentType } = value;
  if (!(data instanceof ArrayBuffer) || typeof contentType !== 'string') return undefined;
  const name = 'name' in value && typeof value.name === 'string' ? value.name : '';
  return { name, contentType, data };
}

/** Characters that are shown of a text: enough to recognise it. */
const SHOWN = 2_000;

/** The beginning of a file that holds text; `undefined` for others. */
export function textStart({ contentType, data }: FileOutput): string | undefined {
  if (!/^text\/|json|xml|yaml|javascript|csv/.test(contentType)) return undefined;
  // Bytes of the last letter may be missing: it is left out.
  const text = new TextDecoder().decode(data.slice(0, SHOWN), { stream: true });
  return data.byteLength > SHOWN ? `${text}…` : text;
}

/** Kinds of pictures that browsers draw without running anything in them. */
export function isPicture({ contentType }: Pick<FileOutput, 'contentType'>): boolean {
  return /^image\/(png|jpeg|gif|webp|avif)$/.test(contentType);
}
