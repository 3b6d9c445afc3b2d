/** From what a store says, or does not say, to sentences. */
import type { HttpResponse } from '#lib/connectors/define.ts';
import { childOf, readXml, textOf, type Xml } from '#lib/connectors/s3/xml.ts';
import { FailureError, type Failure } from '#lib/model/failure.ts';

/** What was asked for. */
export interface About {
  bucket?: string | undefined;
  key?: string | undefined;
  region: string;
  /** Milliseconds since 1970, by the clock here. */
  now: number;
}

type Sentence = Pick<Failure, 'code' | 'message'> & { hint?: string; retry?: boolean };
type Refusal = (about: About, error: Xml | undefined) => Sentence;

/** Throws what the answer means, when it is no success. */
export async function checkAnswer(response: HttpResponse, about: About): Promise<void> {
  if (response.status < 300) return;
  const detail = new TextDecoder().decode(response.body.slice(0, 4096));
  const error = await errorIn(detail);
  const code = textOf(error, 'Code') || (codeOfStatus[response.status] ?? '');
  const says = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  const { retry, ...sentence } = says?.(about, error) ?? unknown(response.status, code, error);
  throw new FailureError({ ...sentence, detail, retry: retry ?? mayPass(response.status, code) });
}

/** The content of an answer of success. Some say only then that it did not work: they began to answer before they knew. */
export async function readAnswer(response: HttpResponse, about: About): Promise<Xml> {
  const [root, content] = await readXml(new TextDecoder().decode(response.body));
  if (root === 'Error') await checkAnswer({ ...response, status: 500 }, about);
  return content;
}

/** A browser tells nobody why there is no answer; a store refuses wrong keys in a way that looks the same to it. */
export function unanswered(address: string, thrown: unknown): unknown {
  const isOther = thrown instanceof FailureError && thrown.failure.code !== 'remote';
  const isNetwork = thrown instanceof FailureError || thrown instanceof TypeError;
  if (isOther || !isNetwork) return thrown;
  return new FailureError({
    code: 'connection',
    message: `${new URL(address).host} gave no answer that may be read: CORS missing, or wrong key, secret or clock.`,
    hint: 'Give the bucket the CORS rule that stands in the help of the connection; then look at access key, secret, region and endpoint, and at the clock of this computer.',
    retry: true,
    detail: thrown.message,
  });
}

/** Errors of S3 are a root of their own; those of SNS and STS are inside another. */
async function errorIn(text: string): Promise<Xml | undefined> {
  try {
    const [root, content] = await readXml(text);
    return root === 'Error' ? content : childOf(content, 'Error');
  } catch {
    return undefined;
  }
}

function mayPass(status: number, code: string): boolean {
  return status >= 500 || status === 429 || code === 'RequestTimeout';
}

/** Answers to HEAD have no body. */
const codeOfStatus: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  307: 'PermanentRedirect',
  403: 'AccessDenied',
  404: 'NotFound',
};

const lookAtKeys = 'Look at access key and secret of the connection.';

const wrongRegion: Refusal = ({ region }, error) => ({
  code: 'connection',
  message: `The bucket is in another region than ${region}${named(textOf(error, 'Region'))}.`,
  hint: 'Set the region of this step; “Get bucket location” tells it.',
});

const wrongKey: Refusal = () => ({
  code: 'connection',
  message: 'The store does not know this access key.',
  hint: lookAtKeys,
});

const wrongSecret: Refusal = () => ({
  code: 'connection',
  message: 'The store refused the signature: the secret does not belong to the access key.',
  hint: lookAtKeys,
});

const expired: Refusal = () => ({
  code: 'connection',
  message: 'The session token has expired.',
  hint: 'Fetch new keys before this step.',
});

const refusals: Readonly<Record<string, Refusal>> = {
  NoSuchKey: ({ key = '', bucket = '' }) => ({
    code: 'remote',
    message: `There is no object “${key}” in the bucket “${bucket}”.`,
    hint: 'Look at the key: capital letters and slashes count.',
  }),
  NoSuchBucket: ({ bucket = '' }) => ({
    code: 'remote',
    message: `There is no bucket “${bucket}”.`,
    hint: 'Look at its name, and at the endpoint of the connection.',
  }),
  NotFound: ({ key, bucket = '' }) => ({
    code: 'remote',
    message:
      key === undefined
        ? `There is no bucket “${bucket}”.`
        : `There is no object “${key}”, or no bucket “${bucket}”.`,
  }),
  // Somebody else ended or gave up the upload: beginning anew may well work.
  NoSuchUpload: ({ key = '' }) => ({
    code: 'remote',
    message: `There is no unfinished upload of this ID for “${key}” (any more).`,
    retry: true,
  }),
  AccessDenied: (_about, error) => ({
    code: 'connection',
    message: /expired/i.test(textOf(error, 'Message'))
      ? 'The signed address has expired.'
      : 'The store does not allow this to the access key that asks.',
    hint: 'Look at the permissions of the access key, and at those of the bucket.',
  }),
  InvalidAccessKeyId: wrongKey,
  InvalidClientTokenId: wrongKey,
  SignatureDoesNotMatch: wrongSecret,
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  RequestTimeTooSkewed: ({ now }, error) => ({
    code: 'connection',
    message: `The clock of this computer is ${aside(now, textOf(error, 'ServerTime'))}, so the store refuses what it signs.`,
    hint: 'Set the clock of this computer.',
  }),
  PermanentRedirect: wrongRegion,
  TemporaryRedirect: wrongRegion,
  AuthorizationHeaderMalformed: wrongRegion,
  BucketNotEmpty: ({ bucket = '' }) => ({
    code: 'remote',
    message: `The bucket “${bucket}” is not empty.`,
    hint: 'Delete its objects, and its unfinished uploads, before it.',
  }),
};

function unknown(status: number, code: string, error: Xml | undefined): Sentence {
  const said = textOf(error, 'Message');
  return {
    code: 'remote',
    message: `The store answered with status ${status}${code === '' ? '' : ` (${code})`}${said === '' ? '.' : `: ${said}`}`,
    hint: 'Look at the answer under “Copy details”.',
  };
}

function named(region: string): string {
  return region === '' ? '' : `: in ${region}`;
}

/** How far one clock is from the other. */
function aside(now: number, serverTime: string): string {
  const minutes = Math.round((now - Date.parse(serverTime)) / 60_000);
  if (Number.isNaN(minutes) || minutes === 0) return 'wrong';
  return `${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}`;
}
