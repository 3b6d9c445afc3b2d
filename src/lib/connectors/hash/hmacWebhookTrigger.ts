import { defineTrigger, type ActionContext } from '#lib/connectors/define.ts';
import { sign, signingNames } from '#lib/connectors/hash/functions.ts';
import { anything, choice, text } from '#lib/connectors/inputs.ts';
import { isUnset, toFile, toText } from '#lib/connectors/reading.ts';
import { fromBase64 } from '#lib/connectors/text/base64.ts';
import { responseInputs } from '#lib/connectors/webhook/responseInputs.ts';
import { isConnection, type ConnectionValue } from '#lib/model/connection.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Started by an HTTP request that is signed; its result is that request (format.md 1.7). */
export const hmacWebhookTrigger = defineTrigger({
  label: 'Signed webhook',
  description: 'Starts the flow when a request arrives whose signature (HMAC) is right.',
  inputs: {
    ...responseInputs,
    hmacHeaderName: text({
      label: 'Signature header',
      help: 'Where the signature stands.',
      default: 'x-hmac-hash',
    }),
    secretKey: anything({ label: 'Secret key', help: 'Text, or a connection.', required: true }),
    hashFunction: choice({
      label: 'Hash function',
      help: 'The one that the sender signs with.',
      choices: signingNames,
      default: 'sha256',
    }),
  },
  example: {
    headers: { 'x-hmac-hash': 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9' },
    body: { data: { id: 1 }, contentType: 'application/json' },
    queryParameters: {},
  },
  synonyms: ['hmac', 'signature', 'secure', 'verify'],
  perform: async ({ hmacHeaderName, secretKey, hashFunction }, context) => {
    const { headers = {}, rawBody } = context.payload as Request;
    const given = headerOf(headers, hmacHeaderName);
    const key = toFile(await secretOf(secretKey, context)).data;
    const right = await sign(hashFunction, key, toFile(rawBody?.data).data);
    if (!isSignature(given, right, hashFunction)) throw wrong(hmacHeaderName, given);
    return { data: context.payload };
  },
});

/** What the trigger needs of the payload (format.md 1.7). */
interface Request {
  headers?: Readonly<Record<string, unknown>>;
  rawBody?: { data: unknown };
}

function headerOf(headers: Readonly<Record<string, unknown>>, name: string): string {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.trim().toLowerCase());
  return toText(found?.[1]).trim();
}

/** An empty one would let anybody in. */
async function secretOf(value: unknown, context: ActionContext): Promise<unknown> {
  const secret = isConnection(value) ? await secretIn(value, context) : value;
  if (!isUnset(secret)) return secret;
  throw new FailureError({
    code: 'input',
    message: 'The secret key is empty: no request could be told from a forged one.',
  });
}

/** Nothing of it leaves. */
async function secretIn(connection: ConnectionValue, { secrets }: ActionContext): Promise<unknown> {
  return (await secrets.open(connection)).fields.secretKey;
}

/** In hexadecimal or Base64, also behind the name of the function: `sha256=…`. */
function isSignature(given: string, right: Uint8Array, hashFunction: string): boolean {
  const prefix = `${hashFunction}=`.toLowerCase();
  const bare = given.toLowerCase().startsWith(prefix) ? given.slice(prefix.length) : given;
  return [fromHex(bare), fromBase64(bare)].some((bytes) => bytes !== undefined && isSame(bytes, right));
}

function fromHex(text: string): Uint8Array | undefined {
  if (!/^([0-9a-f]{2})*$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => parseInt(digits, 16));
}

/** It looks at every byte, so that the time it takes tells nobody how much of a guess was right. */
function isSame(left: Uint8Array, right: Uint8Array): boolean {
  let different = left.length ^ right.length;
  right.forEach((byte, at) => {
    different |= byte ^ (left[at] ?? 0);
  });
  return different === 0;
}

function wrong(header: string, given: string): FailureError {
  return new FailureError({
    code: 'remote',
    message: given
      ? `The signature in the header “${header}” is not that of this request: it was not made with this secret key.`
      : `The request has no signature: the header “${header}” is missing.`,
    hint: 'Look at the secret key, the hash function and the header on both sides.',
  });
}
