/** Encrypts and decrypts one record of the vault: AES-GCM, with what the record is for as authenticated data (browser.md 7.2). */

export interface Sealed {
  /** 96 random bits, fresh for each record. */
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** What a record is for: it opens only where all of it is the same. */
export type Purpose = readonly unknown[];

/** Plain data as a sealed record. */
export async function seal(key: CryptoKey, purpose: Purpose, content: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(gcm(iv, purpose), key, encode(content));
  return { iv, data };
}

/** Rejects when the record was made for something else, with another key, or was changed. */
export async function unseal(key: CryptoKey, purpose: Purpose, { iv, data }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(gcm(iv, purpose), key, data);
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}

function gcm(iv: Uint8Array<ArrayBuffer>, purpose: Purpose): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: encode(purpose) };
}

function encode(content: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(content));
}
