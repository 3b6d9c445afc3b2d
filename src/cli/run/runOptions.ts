/** The options of `run`. */
import type { Options } from '../Arguments.ts';

export const runOptions = {
  flow: { values: ['NAME'], help: 'The flow to run; may be left out when there is only one.' },
  payload: { values: ['FILE'], help: 'The body of the request that starts it.' },
  headers: { values: ['FILE'], help: 'Its headers, as a JSON object.' },
  config: { values: ['FILE'], help: 'Values of config variables, as a JSON object by name.' },
  mock: { values: ['FILE'], help: 'Outputs that stand for running steps, as a JSON object.' },
  route: { values: ['URL=URL'], help: 'Send the requests to one origin to another address.' },
  files: { values: ['FOLDER'], help: 'Where the attachments of the integration are.' },
  clock: { values: ['fake'], help: 'Let sleeps and the waits before retries pass at once.' },
  seed: { values: ['N'], help: 'Make random numbers the same in every run.' },
  state: { values: ['FILE'], help: 'Keep persisted values in a file between runs.' },
} as const satisfies Options;
