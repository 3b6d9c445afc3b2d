/** The actions of Amazon S3 against the store in memory, under its keys. */
import { S3Store, type StorePlace } from '../hosts/s3Store.ts';
import { FakeStore } from './fakeStore.ts';
import { FAKE_KEYS } from './fakeStoreSignature.ts';

const place: StorePlace = { endpoint: 'https://store.example', bucket: 'bucket', ...FAKE_KEYS };

/** A store that is empty, and its actions; `other` changes where and as whom they ask. */
export function openFake(other: Partial<StorePlace> = {}): { store: FakeStore; s3: S3Store } {
  const store = new FakeStore();
  return { store, s3: new S3Store({ ...place, ...other }, store.fetch) };
}
