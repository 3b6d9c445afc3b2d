/** Hashes of messages, in hexadecimal (format.md 2.3). */
import { defineAction, defineImpossible, type StepDefinition } from '#lib/connectors/define.ts';
import {
  becauseMissing,
  hash,
  hashLabels,
  missingLabels,
  sign,
  signingNames,
} from '#lib/connectors/hash/functions.ts';
import { choice, file } from '#lib/connectors/inputs.ts';
import { toHex } from '#lib/connectors/letters.ts';

const message = file({ label: 'Message', help: 'Text, or a file. An object is written as JSON.' });
const example = 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9';
const synonyms = ['checksum', 'digest', 'fingerprint'];

function functionInput(choices: readonly string[]) {
  return choice({
    label: 'Hash function',
    help: 'Such as sha256; md5 and sha1 are for older systems only.',
    choices,
    default: 'sha256',
  });
}

export const computeHash = defineAction({
  label: 'Compute hash',
  description: 'Computes the hash of a message with a function of your choice.',
  pure: true,
  unverified: true,
  inputs: { hashFunction: functionInput(Object.keys(hashLabels)), message },
  example,
  synonyms,
  perform: async (values) => ({ data: toHex(await hash(values.hashFunction, values.message.data)) }),
});

export const computeHmac = defineAction({
  label: 'Compute HMAC',
  description: 'Signs a message with a secret key.',
  pure: true,
  unverified: true,
  inputs: {
    hashFunction: functionInput(signingNames),
    secretKey: file({ label: 'Secret key', help: 'Text, or bytes.', required: true }),
    message,
  },
  example,
  synonyms: ['sign', 'signature', 'secret'],
  perform: async ({ hashFunction, secretKey, message: { data } }) => ({
    data: toHex(await sign(hashFunction, secretKey.data, data)),
  }),
});

/** One for each function: `computeSha256`, `computeMd5-sha1`. */
export const functionActions: Readonly<Record<string, StepDefinition>> = Object.fromEntries([
  ...Object.entries(hashLabels).map(([name, label]) => [keyOf(name), functionAction(name, label)] as const),
  ...Object.entries(missingLabels).map(([name, label]) => [keyOf(name), missingAction(label)] as const),
]);

function keyOf(name: string): string {
  return `compute${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function described(label: string) {
  return {
    label: `Compute ${label}`,
    description: `Computes the ${label} hash of a message.`,
    inputs: { message },
    example,
    synonyms,
  };
}

function functionAction(name: string, label: string): StepDefinition {
  return defineAction({
    ...described(label),
    pure: true,
    perform: async (values) => ({ data: toHex(await hash(name, values.message.data)) }),
  });
}

function missingAction(label: string): StepDefinition {
  return defineImpossible({ ...described(label), because: becauseMissing });
}
