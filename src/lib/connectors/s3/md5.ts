/** MD5 is what stores name parts by, and what some requests must carry; the browser itself does not have it. */
import { toBase64, toHex } from '#lib/connectors/letters.ts';

/** As in an `ETag`, without its quotes. */
export async function md5Hex(bytes: Uint8Array): Promise<string> {
  return toHex(await md5(bytes));
}

/** As in the header `Content-MD5`. */
export async function md5Base64(text: string): Promise<string> {
  return toBase64(await md5(new TextEncoder().encode(text)));
}

async function md5(bytes: Uint8Array): Promise<Uint8Array> {
  const library = await import('@noble/hashes/legacy.js');
  return library.md5(bytes);
}
