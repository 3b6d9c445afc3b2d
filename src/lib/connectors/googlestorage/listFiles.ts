/** The names of files in a bucket: all of them, or page by page (format.md 2.4). */
import { defineAction } from '#lib/connectors/define.ts';
import { bucketName, connectionInput } from '#lib/connectors/googlestorage/inputs.ts';
import { Storage } from '#lib/connectors/googlestorage/Storage.ts';
import { flag, text } from '#lib/connectors/inputs.ts';

const inputs = {
  connection: connectionInput,
  bucketName,
  prefix: text({ label: 'Prefix', help: 'What the names begin with, such as orders/.' }),
};

export const listFiles = defineAction({
  label: 'List all files',
  description: 'Lists the names of all files in a bucket.',
  repeatable: true,
  inputs,
  example: ['orders/1.xml', 'orders/2.xml'],
  perform: async ({ connection, bucketName: bucket, prefix }, context) => {
    const storage = await Storage.open(connection, context);
    const { names } = await listPages(storage, { bucket, prefix, isWhole: true });
    return { data: names };
  },
});

export const listFilesV2 = defineAction({
  label: 'List files',
  description: 'Lists the names of files in a bucket, page by page.',
  repeatable: true,
  inputs: {
    ...inputs,
    pageToken: text({ label: 'Page token', help: 'Of the page before; empty for the first one.' }),
    maxResults: text({ label: 'Most results', help: 'On one page.' }),
    fetchAll: flag({ label: 'All pages', default: false }),
  },
  example: {
    files: ['orders/1.xml', 'orders/2.xml'],
    pagination: { pageToken: 'b3JkZXJzLzIueG1s', maxResults: 2, prefix: 'orders/' },
  },
  perform: async ({ connection, bucketName: bucket, prefix, pageToken, maxResults, fetchAll }, context) => {
    const storage = await Storage.open(connection, context);
    const asked = { bucket, prefix, pageToken, maxResults, isWhole: fetchAll };
    const { names, next } = await listPages(storage, asked);
    const pagination = {
      pageToken: next,
      maxResults: maxResults === '' ? undefined : Number(maxResults),
      prefix,
    };
    return { data: { files: names, pagination } };
  },
});

interface Listing {
  bucket: string;
  prefix: string;
  pageToken?: string;
  maxResults?: string;
  /** Follows the pages to the last one. */
  isWhole: boolean;
}

interface Page {
  items?: readonly { name: string }[];
  nextPageToken?: string;
}

/** Folders are files whose names end with a slash: they are left out. */
async function listPages(
  storage: Storage,
  { bucket, prefix, pageToken = '', maxResults = '', isWhole }: Listing,
): Promise<{ names: string[]; next: string | undefined }> {
  const names: string[] = [];
  let next: string | undefined = pageToken;
  do {
    const query = { prefix, maxResults, pageToken: next, fields: 'items(name),nextPageToken' };
    const page = (await storage.call('GET', ['b', bucket, 'o'], query)) as Page;
    names.push(...(page.items ?? []).map(({ name }) => name).filter((name) => !name.endsWith('/')));
    next = page.nextPageToken;
  } while (isWhole && next !== undefined);
  return { names, next };
}
