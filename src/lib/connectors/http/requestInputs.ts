import { choice, connection, flag, number, optionalNumber, pairs, text } from '#lib/connectors/inputs.ts';
import type { Inputs } from '#lib/connectors/define.ts';

/** The inputs that every request has (format.md 2.2). */
export const requestInputs = {
  url: text({
    label: 'URL',
    help: 'The complete address, beginning with https:// or http://.',
    placeholder: 'https://api.example.com/orders',
    required: true,
  }),
  connection: connection({ label: 'Connection', help: 'Who asks. Empty for services that anybody may ask.' }),
  responseType: choice({
    label: 'Response type',
    help: 'JSON is read, text stays as it is, binary gives a file.',
    choices: ['json', 'text', 'binary'],
    default: 'json',
  }),
  headers: pairs({
    label: 'Headers',
    help: 'A browser sends some headers itself and drops yours: Cookie, Host, Origin, Referer, User-Agent and others.',
  }),
  queryParams: pairs({ label: 'Query parameters', help: 'Added to the address.' }),
  timeout: optionalNumber({ label: 'Timeout', help: 'Milliseconds; empty for none of its own.' }),
  maxRetries: number({ label: 'Retries', help: 'How often it is tried again, at most.', default: 0 }),
  retryDelayMS: number({ label: 'Delay before a retry', help: 'Milliseconds.', default: 0 }),
  useExponentialBackoff: flag({
    label: 'Double the delay each time',
    help: 'So that a service in trouble gets time to recover.',
    default: false,
  }),
  retryOnAllErrors: flag({
    label: 'Retry on all errors',
    help: 'Also when the service refuses (status 400 to 499); else only when it has trouble or does not answer.',
    default: false,
  }),
  includeFullResponse: flag({
    label: 'Full response',
    help: 'The result has the status and the headers that the service shows to browsers, besides the body.',
    default: false,
  }),
  debugRequest: flag({ label: 'Debug', help: 'Writes request and answer to the log.', default: false }),
  sendIdempotencyKey: flag({
    label: 'Idempotency-Key',
    help: 'Sends the same key when this step is tried again, so that services that know the header do the work once. Only in Sluice.',
    default: false,
  }),
  ignoreSslErrors: flag({
    label: 'Ignore certificate errors',
    help: 'Has no effect here: browsers do not allow it.',
    default: false,
  }),
} satisfies Inputs;

/** What they are read into. */
export type RequestValues = {
  [K in keyof typeof requestInputs]: ReturnType<(typeof requestInputs)[K]['read']>;
};
