/** Webhooks of a repository: who GitHub tells what happens in it (format.md 2.4). */
import { defineAction, type ActionContext } from '#lib/connectors/define.ts';
import { callGithub, repositoryUrl } from '#lib/connectors/github/callGithub.ts';
import { repositoryInputs } from '#lib/connectors/github/inputs.ts';
import { flag, list, text } from '#lib/connectors/inputs.ts';
import { toText } from '#lib/connectors/reading.ts';
import { isRecord, PageCount, strangeList } from '#lib/connectors/service/pages.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';

const hook = {
  id: 1,
  name: 'web',
  active: true,
  events: ['issues'],
  config: { url: 'https://example.com/hook', content_type: 'json' },
};

export const reposCreateWebhook = defineAction({
  label: 'Create webhook',
  description: 'Has GitHub call an address when something happens in a repository.',
  lazy: true,
  inputs: {
    ...repositoryInputs,
    callbackUrl: text({ label: 'Callback URL', required: true, help: 'Such as the webhook URL of a flow.' }),
    events: list({ label: 'Events', required: true, help: 'Such as push, issues or issue_comment.' }),
    webhookSecret: text({ label: 'Webhook secret', help: 'GitHub signs its requests with it.' }),
  },
  example: hook,
  perform: async ({ connection, owner, repo, callbackUrl, events, webhookSecret }, context) => {
    const config = { url: callbackUrl, content_type: 'json', secret: webhookSecret || undefined };
    const body = { name: 'web', active: true, events: events.map(toText), config };
    const url = repositoryUrl(owner, repo, 'hooks');
    return { data: await callGithub(context, connection, { method: 'POST', url, body }) };
  },
});

export const reposListWebhooks = defineAction({
  label: 'List webhooks',
  description: 'Lists the webhooks of a repository.',
  lazy: true,
  repeatable: true,
  inputs: {
    ...repositoryInputs,
    showOnlyInstanceWebhooks: flag({
      label: 'Only those of this integration',
      help: 'Leaves out webhooks that call other addresses.',
      default: true,
    }),
  },
  example: [hook],
  perform: async ({ showOnlyInstanceWebhooks, ...repository }, context) => {
    const hooks = await hooksOf(repository, context);
    return { data: showOnlyInstanceWebhooks ? hooks.filter((one) => isOurs(one, context)) : hooks };
  },
});

export const reposDeleteWebhook = defineAction({
  label: 'Delete webhook',
  description: 'Removes one webhook of a repository.',
  lazy: true,
  inputs: {
    ...repositoryInputs,
    hookId: text({
      label: 'Webhook ID',
      help: 'The “id” in the result of “Create webhook” or “List webhooks”.',
      required: true,
    }),
  },
  example: null,
  perform: async ({ hookId, ...repository }, context) => ({
    data: await deleteHook(repository, hookId, context),
  }),
});

/** Those that call a flow of this integration, at the address that it has now. */
export const reposDeleteInstanceWebhooks = defineAction({
  label: 'Delete webhooks of this integration',
  description: 'Removes the webhooks of a repository that call flows of this integration.',
  lazy: true,
  inputs: repositoryInputs,
  example: {},
  perform: async (repository, context) => {
    const hooks = await hooksOf(repository, context);
    for (const { id } of hooks.filter((one) => isOurs(one, context)))
      await deleteHook(repository, id, context);
    return { data: {} };
  },
});

interface Repository {
  connection: ConnectionValue | undefined;
  owner: string;
  repo: string;
}

interface Hook {
  id: number;
  config?: { url?: unknown };
}

/** Throws `remote` for an answer that is no list of webhooks, or the same page again. */
async function hooksOf({ connection, owner, repo }: Repository, context: ActionContext): Promise<Hook[]> {
  const hooks: Hook[] = [];
  const pages = new PageCount('GitHub');
  for (let page = 1; ; page += 1) {
    pages.add();
    const url = `${repositoryUrl(owner, repo, 'hooks')}?per_page=${pageSize}&page=${page}`;
    const found = await callGithub(context, connection, { method: 'GET', url });
    if (!Array.isArray(found) || !found.every(isHook)) throw strangeList('GitHub');
    if (page > 1 && found[0] && found[0].id === hooks.at(-pageSize)?.id) throw strangeList('GitHub');
    hooks.push(...found);
    if (found.length < pageSize) return hooks;
  }
}

function isHook(value: unknown): value is Hook {
  if (!isRecord(value) || typeof value.id !== 'number') return false;
  return value.config === undefined || isRecord(value.config);
}

/** The most that GitHub gives at once. */
const pageSize = 100;

function isOurs({ config }: Hook, { facts }: ActionContext): boolean {
  const url = config?.url;
  return typeof url === 'string' && Object.values(facts.webhookUrls ?? {}).includes(url);
}

async function deleteHook(
  { connection, owner, repo }: Repository,
  id: string | number,
  context: ActionContext,
): Promise<unknown> {
  const url = repositoryUrl(owner, repo, 'hooks', String(id));
  return await callGithub(context, connection, { method: 'DELETE', url });
}
