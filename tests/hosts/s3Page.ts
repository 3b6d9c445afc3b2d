/** The page of the test host for Amazon S3: a worker does the work, as in the app. */
import { wrap } from 'comlink';
import type { S3Api } from './s3Worker.ts';
import s3WorkerUrl from './s3Worker.ts?worker&url';
import { startTestWorker } from './startTestWorker.ts';

Object.assign(globalThis, { s3: wrap<S3Api>(startTestWorker(s3WorkerUrl)) });
