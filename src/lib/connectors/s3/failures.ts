/** From what a store says, or does not say, to failures. */
import type { HttpResponse } from '#lib/connectors/define.ts';
import { sentenceOf, type About } from '#lib/connectors/s3/refusals.ts';
import { childOf, readXml, textOf, type Xml } from '#lib/connectors/s3/xml.ts';
import { FailureError } from '#lib/model/failure.ts';

/** No error is longer; what is may be anything. */
const ERROR_BYTES = 65_536;

/** Throws what the answer means, when it is no success. */
export async function checkAnswer(response: HttpResponse, about: About): Promise<void> {
  if (response.status < 300) return;
  const { status, body } = response;
  const text = new TextDecoder().decode(body.slice(0, ERROR_BYTES));
  const error = await errorIn(text);
  const code = textOf(error, 'Code') || (codeOfStatus[status] ?? '');
  const { retry = mayPass(status, code), ...sentence } = sentenceOf(code, status, about, error);
  throw new FailureError({ ...sentence, detail: text.slice(0, 4096), retry });
}

/** The content of an answer of success. Some say only in it that it did not work: they began to answer too early. */
export async function readAnswer(response: HttpResponse, about: About): Promise<Xml> {
  const [root, content] = await readXml(new TextDecoder().decode(response.body));
  if (root === 'Error') await checkAnswer({ ...response, status: 500 }, about);
  return content;
}

/** A browser tells nobody why there is no answer; a store that refuses wrong keys looks the same to it. */
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
const codeOfStatus: Readonly<Partial<Record<number, string>>> = {
  301: 'PermanentRedirect',
  307: 'TemporaryRedirect',
  403: 'AccessDenied',
  404: 'NotFound',
};
