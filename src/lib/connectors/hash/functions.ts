/** Hash functions by their names in the file format (format.md 2.3). */
import type { CHash } from '@noble/hashes/utils.js';
import { FailureError } from '#lib/model/failure.ts';

interface HashFunction {
  label: string;
  load: () => Promise<CHash>;
}

const legacy = () => import('@noble/hashes/legacy.js');
const sha2 = () => import('@noble/hashes/sha2.js');
const sha3 = () => import('@noble/hashes/sha3.js');
const blake2 = () => import('@noble/hashes/blake2.js');

const functions: Readonly<Record<string, HashFunction>> = {
  md5: { label: 'MD5', load: async () => (await legacy()).md5 },
  sha1: { label: 'SHA-1', load: async () => (await legacy()).sha1 },
  ripemd160: { label: 'RIPEMD-160', load: async () => (await legacy()).ripemd160 },
  sha224: { label: 'SHA-224', load: async () => (await sha2()).sha224 },
  sha256: { label: 'SHA-256', load: async () => (await sha2()).sha256 },
  sha384: { label: 'SHA-384', load: async () => (await sha2()).sha384 },
  sha512: { label: 'SHA-512', load: async () => (await sha2()).sha512 },
  'sha512-224': { label: 'SHA-512/224', load: async () => (await sha2()).sha512_224 },
  'sha512-256': { label: 'SHA-512/256', load: async () => (await sha2()).sha512_256 },
  'sha3-224': { label: 'SHA3-224', load: async () => (await sha3()).sha3_224 },
  'sha3-256': { label: 'SHA3-256', load: async () => (await sha3()).sha3_256 },
  'sha3-384': { label: 'SHA3-384', load: async () => (await sha3()).sha3_384 },
  'sha3-512': { label: 'SHA3-512', load: async () => (await sha3()).sha3_512 },
  blake2b512: { label: 'BLAKE2b-512', load: async () => (await blake2()).blake2b },
  blake2s256: { label: 'BLAKE2s-256', load: async () => (await blake2()).blake2s },
};

/** Both, one after the other; it is no function of its own, so it makes no signatures. */
const MD5_SHA1 = 'md5-sha1';

/** Names of those that a key can be mixed into. */
export const signingNames: readonly string[] = Object.keys(functions);

/** By the name, how people call it. */
export const hashLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(functions).map(([name, { label }]) => [name, label])),
  [MD5_SHA1]: 'MD5 and SHA-1',
};

/** Those of the file format that no library has which somebody looks after. */
export const missingLabels: Readonly<Record<string, string>> = {
  md4: 'MD4',
  sm3: 'SM3',
  whirlpool: 'Whirlpool',
};

export const becauseMissing = 'no maintained library for browsers has this hash function.';

/** Throws `input` for an unknown name, `unsupported` for one that is missing. */
export async function hash(name: string, message: Uint8Array): Promise<Uint8Array> {
  if (name.toLowerCase() !== MD5_SHA1) return (await load(name))(message);
  const { md5, sha1 } = await legacy();
  return Uint8Array.of(...md5(message), ...sha1(message));
}

/** The hash of a message with a key (HMAC). Throws as `hash` does. */
export async function sign(name: string, key: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  const { hmac } = await import('@noble/hashes/hmac.js');
  return hmac(await load(name), key, message);
}

async function load(name: string): Promise<CHash> {
  const key = name.toLowerCase();
  if (Object.hasOwn(functions, key) && functions[key]) return await functions[key].load();
  throw Object.hasOwn(missingLabels, key) || key === MD5_SHA1 ? notHere(name) : unknown(name);
}

function notHere(name: string): FailureError {
  return new FailureError({
    code: 'unsupported',
    message: `“${name}” cannot be used here: ${name.toLowerCase() === MD5_SHA1 ? 'it makes no signatures.' : becauseMissing}`,
    hint: 'Use sha256 where you may choose.',
  });
}

function unknown(name: string): FailureError {
  return new FailureError({
    code: 'input',
    message: `“${name}” is no hash function.`,
    hint: `There are ${Object.keys(hashLabels).join(', ')}.`,
  });
}
