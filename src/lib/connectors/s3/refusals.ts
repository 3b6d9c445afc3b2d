/** What the error codes of stores mean, as sentences. */
import { textOf, type Xml } from '#lib/connectors/s3/xml.ts';
import type { Failure } from '#lib/model/failure.ts';

/** What was asked for. */
export interface About {
  bucket?: string | undefined;
  key?: string | undefined;
  region: string;
  /** Milliseconds since 1970, by the clock here. */
  now: number;
  /** Asked with an address that somebody else signed. */
  isLink?: boolean;
}

/** Without `retry` the status decides. */
export type Sentence = Pick<Failure, 'code' | 'message' | 'hint'> & { retry?: boolean };

type Refusal = Sentence | ((about: About, error: Xml | undefined) => Sentence);

/** The meaning of a code; of one that is not known, what the store itself says. */
export function sentenceOf(code: string, status: number, about: About, error: Xml | undefined): Sentence {
  if (status === 403 && about.isLink) return wrongLink;
  const known = Object.hasOwn(refusals, code) ? refusals[code] : undefined;
  if (known) return typeof known === 'function' ? known(about, error) : known;
  const said = textOf(error, 'Message');
  return {
    code: 'remote',
    message: `The store answered with status ${status}${code && ` (${code})`}${said && `: ${said}`}`.replace(
      /\.?$/,
      '.',
    ),
    hint: 'Look at the answer under “Copy details”.',
  };
}

const lookAtKeys = 'Look at access key and secret of the connection.';

const wrongLink: Sentence = {
  code: 'connection',
  message: 'The store refuses the signed address: it has expired, or it is for something else.',
  hint: 'Make a new one for exactly this request.',
};

const wrongKey: Sentence = {
  code: 'connection',
  message: 'The store does not know this access key.',
  hint: lookAtKeys,
};

const expired: Sentence = {
  code: 'connection',
  message: 'The session token has expired.',
  hint: 'Fetch new keys before this step.',
};

const changedOnTheWay: Sentence = {
  code: 'remote',
  message: 'What arrived at the store is not what was sent: something changed it on the way.',
  retry: true,
};

const notDone: Sentence = {
  code: 'unsupported',
  message: 'The store does not know this kind of request.',
  hint: 'Not every store that speaks S3 can do all that Amazon’s can.',
};

function wrongRegion({ region }: About, error: Xml | undefined): Sentence {
  const right = textOf(error, 'Region');
  return {
    code: 'connection',
    message: `The bucket is in another region than ${region}${right && `: in ${right}`}.`,
    hint: 'Set the region of this step; “Get bucket location” tells it.',
  };
}

function noSuchBucket({ bucket = '' }: About): Sentence {
  return {
    code: 'remote',
    message: `There is no bucket “${bucket}”.`,
    hint: 'Look at its name, and at the endpoint of the connection.',
  };
}

const refusals: Readonly<Record<string, Refusal>> = {
  NoSuchKey: ({ key = '', bucket = '' }) => ({
    code: 'remote',
    message: `There is no object “${key}” in the bucket “${bucket}”.`,
    hint: 'Look at the key: capital letters and slashes count.',
  }),
  NoSuchBucket: noSuchBucket,
  NotFound: (about) =>
    about.key === undefined
      ? noSuchBucket(about)
      : {
          code: 'remote',
          message: `There is no object “${about.key}”, or no bucket “${about.bucket ?? ''}”.`,
        },
  // Somebody else ended the upload or gave it up: beginning anew may well work.
  NoSuchUpload: ({ key = '' }) => ({
    code: 'remote',
    message: `There is no unfinished upload of this ID for “${key}”.`,
    retry: true,
  }),
  BucketNotEmpty: ({ bucket = '' }) => ({
    code: 'remote',
    message: `The bucket “${bucket}” is not empty.`,
    hint: 'Delete its objects, and its unfinished uploads, before it.',
  }),
  AccessDenied: {
    code: 'connection',
    message: 'The store does not allow this to the access key that asks.',
    hint: 'Look at the permissions of the access key, and at those of the bucket.',
  },
  InvalidAccessKeyId: wrongKey,
  InvalidClientTokenId: wrongKey,
  SignatureDoesNotMatch: {
    code: 'connection',
    message: 'The store refuses the signature: the secret does not belong to the access key.',
    hint: lookAtKeys,
  },
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  RequestTimeTooSkewed: ({ now }, error) => ({
    code: 'connection',
    message: `The clock of this computer is ${aside(now, textOf(error, 'ServerTime'))}, so the store refuses what is signed here.`,
    hint: 'Set the clock of this computer.',
  }),
  PermanentRedirect: wrongRegion,
  TemporaryRedirect: wrongRegion,
  AuthorizationHeaderMalformed: wrongRegion,
  BadDigest: changedOnTheWay,
  XAmzContentSHA256Mismatch: changedOnTheWay,
  MethodNotAllowed: notDone,
  NotImplemented: notDone,
};

/** How far the clock here is from the store's. */
function aside(now: number, serverTime: string): string {
  const minutes = Math.round((now - Date.parse(serverTime)) / 60_000);
  if (Number.isNaN(minutes) || minutes === 0) return 'wrong';
  return `${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}`;
}
