import { defineTrigger } from '#lib/connectors/define.ts';
import { text } from '#lib/connectors/inputs.ts';
import { toFile, toText } from '#lib/connectors/reading.ts';
import { FailureError } from '#lib/model/failure.ts';

/** Started by GitHub. A request that is not signed with the secret is refused; without a secret all are let in (format.md 2.4). */
export const webhook = defineTrigger({
  label: 'Webhook',
  description: 'Starts the flow when GitHub calls.',
  inputs: {
    webhookSecret: text({ label: 'Webhook secret', help: 'The one that the webhook was created with.' }),
  },
  example: {
    headers: { 'X-GitHub-Event': 'issues' },
    body: { data: { action: 'opened', issue: { number: 7 } }, contentType: 'application/json' },
    queryParameters: {},
  },
  perform: async ({ webhookSecret }, { payload }) => {
    if (webhookSecret !== '' && !(await isSigned(payload as Payload, webhookSecret))) throw notSigned();
    return { data: payload };
  },
});

interface Payload {
  headers?: Readonly<Record<string, unknown>>;
  rawBody?: { data?: unknown };
}

const algorithm = { name: 'HMAC', hash: 'SHA-256' };

/** Compared by the browser's own function, which takes the same time however much is wrong. */
async function isSigned({ headers = {}, rawBody }: Payload, secret: string): Promise<boolean> {
  const signature = signatureOf(headers);
  if (!signature) return false;
  const key = await crypto.subtle.importKey('raw', toFile(secret).data, algorithm, false, ['verify']);
  return await crypto.subtle.verify('HMAC', key, signature, toFile(rawBody?.data).data);
}

/** From `sha256=` and 64 digits to bytes; names of headers come in any case. */
function signatureOf(headers: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> | undefined {
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-hub-signature-256');
  const [, digits] = /^sha256=([0-9a-f]{64})$/i.exec(toText(header?.[1])) ?? [];
  const pairs = digits?.match(/../g)?.map((pair) => parseInt(pair, 16));
  return pairs && Uint8Array.from(pairs);
}

function notSigned(): FailureError {
  return new FailureError({
    code: 'remote',
    message: 'The request is not signed with the secret of this webhook.',
    hint: 'To try the flow by hand, leave the secret empty or use a request that GitHub has sent.',
  });
}
