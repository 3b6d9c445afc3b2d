/** The page of the test host for Amazon S3: a worker does the work, as in the app. */
import { wrap, type Remote } from 'comlink';
import type { S3Api } from './s3Worker.ts';
import s3WorkerUrl from './s3Worker.ts?worker&url';
import { startTestWorker } from './startTestWorker.ts';

/** What a test may ask of it, as `s3` on `globalThis`. */
export type S3Host = Remote<S3Api>;

Object.assign(globalThis, { s3: wrap<S3Api>(startTestWorker(s3WorkerUrl)) });
