/** The names of files in a bucket: all of them, or page by page (format.md 2.4). */
import { defineAction } from '#lib/connectors/define.ts';
import { bucketName, connectionInput } from '#lib/connectors/googlestorage/inputs.ts';
import { Storage } from '#lib/connectors/googlestorage/Storage.ts';
import { flag, text } from '#lib/connectors/inputs.ts';
import { isRecord, PageCount, strangeList } from '#lib/connectors/service/pages.ts';

const inputs = {
  connection: connectionInput,
  bucketName,
  prefix: text({ label: 'Prefix', help: 'What the names begin with, such as orders/.' }),
};

export const listFiles = defineAction({
  label: 'List all files',
  description: 'Lists the names of all files in a bucket.',
  lazy: true,
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
  lazy: true,
  repeatable: true,
  inputs: {
    ...inputs,
    pageToken: text({ label: 'Page token', help: 'Of the page before; empty for the first one.' }),
    maxResults: text({ label: 'Most results', help: 'On one page.' }),
    fetchAll: flag({
      label: 'All pages',
      help: 'Follows the pages to the last one instead of giving one of them.',
      default: false,
    }),
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

/** Folders are files whose names end with a slash: they are left out. */
async function listPages(
  storage: Storage,
  { bucket, prefix, pageToken = '', maxResults = '', isWhole }: Listing,
): Promise<Page> {
  const path = ['b', bucket, 'o'];
  const names: string[] = [];
  const pages = new PageCount('Google Cloud Storage');
  for (let token = pageToken; ;) {
    pages.add();
    const query = { prefix, maxResults, pageToken: token, fields: 'items(name),nextPageToken' };
    const page = pageOf(await storage.call('GET', path, query));
    names.push(...page.names.filter((name) => !name.endsWith('/')));
    if (!isWhole || page.next === undefined) return { names, next: page.next };
    if (page.next === token) throw strangeList('Google Cloud Storage');
    token = page.next;
  }
}

interface Page {
  names: string[];
  next: string | undefined;
}

/** A page without files has no items. Throws `remote` for what is no page. */
function pageOf(answer: unknown): Page {
  const { items = [], nextPageToken: next = '' } = isRecord(answer) ? answer : { items: null };
  if (!Array.isArray(items) || !items.every(isNamed) || typeof next !== 'string')
    throw strangeList('Google Cloud Storage');
  return { names: items.map(({ name }) => name), next: next || undefined };
}

function isNamed(item: unknown): item is { name: string } {
  return isRecord(item) && typeof item.name === 'string';
}
