/** MD5 is what stores name parts by, and what some requests must carry; the browser itself does not have it. */

/** As in an `ETag`, without its quotes. */
export async function md5Hex(bytes: Uint8Array): Promise<string> {
  return Array.from(await md5(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** As in the header `Content-MD5`. */
export async function md5Base64(text: string): Promise<string> {
  return btoa(String.fromCharCode(...(await md5(new TextEncoder().encode(text)))));
}

async function md5(bytes: Uint8Array): Promise<Uint8Array> {
  const library = await import('@noble/hashes/legacy.js');
  return library.md5(bytes);
}
