/** Amazon S3 from a worker of a browser, as the app's own worker runs it: bucket and browser must agree on CORS. */
import { expose } from 'comlink';
import * as essentials from './s3Essentials.ts';

export type S3Api = typeof essentials;

expose({ ...essentials });
