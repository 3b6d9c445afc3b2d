/** Who and what there is in a workspace (format.md 2.4). */
import { defineAction, type ActionContext } from '#lib/connectors/define.ts';
import { connection, flag, text } from '#lib/connectors/inputs.ts';
import { readSlack } from '#lib/connectors/slack/callSlack.ts';
import type { ConnectionValue } from '#lib/model/connection.ts';

const connectionInput = connection({
  label: 'Connection',
  help: 'The app of the workspace to look into.',
  required: true,
});

const pageInputs = {
  connection: connectionInput,
  fetchAll: flag({
    label: 'All pages',
    help: 'Follows the pages to the last one instead of giving one of them.',
    default: false,
  }),
  limit: text({ label: 'Limit', help: 'How many at most, on one page.' }),
  cursor: text({ label: 'Cursor', help: 'Where the page before ended.' }),
  teamId: text({ label: 'Team ID', help: 'Such as T0123ABCD; only for apps of a whole organization.' }),
};

export const listUsers = defineAction({
  label: 'List users',
  description: 'Lists the people and bots of a workspace.',
  lazy: true,
  repeatable: true,
  inputs: pageInputs,
  example: {
    ok: true,
    members: [{ id: 'U012AB3CD', name: 'ada', deleted: false, profile: { email: 'ada@example.com' } }],
    response_metadata: { next_cursor: '' },
  },
  perform: async ({ connection, ...page }, context) => ({
    data: await listSlack(context, connection, { method: 'users.list', list: 'members', args: {}, ...page }),
  }),
});

export const listConversations = defineAction({
  label: 'List conversations',
  description: 'Lists the channels of a workspace.',
  lazy: true,
  repeatable: true,
  inputs: {
    ...pageInputs,
    excludeArchived: flag({
      label: 'Without archived',
      help: 'Leaves out channels that are closed.',
      default: false,
    }),
    includePublicChannels: flag({
      label: 'Public channels',
      help: 'Those that everybody in the workspace may join.',
      default: true,
    }),
    includePrivateChannels: flag({
      label: 'Private channels',
      help: 'Those that the app was invited into.',
      default: false,
    }),
    includeMultiPartyImchannels: flag({
      label: 'Group messages',
      help: 'Talks of several people without a channel.',
      default: false,
    }),
    includeImChannels: flag({ label: 'Direct messages', help: 'Talks between two.', default: false }),
  },
  example: {
    ok: true,
    channels: [{ id: 'C024BE91L', name: 'general', is_archived: false, num_members: 6 }],
    response_metadata: { next_cursor: '' },
  },
  synonyms: ['channels'],
  perform: async ({ connection, fetchAll, limit, cursor, teamId, excludeArchived, ...wanted }, context) => {
    const args = { types: typesOf(wanted), exclude_archived: excludeArchived ? 'true' : '' };
    const what = { method: 'conversations.list', list: 'channels', args };
    return { data: await listSlack(context, connection, { ...what, fetchAll, limit, cursor, teamId }) };
  },
});

export const getUser = defineAction({
  label: 'Get user by email',
  description: 'Finds somebody by their email address.',
  lazy: true,
  repeatable: true,
  inputs: {
    connection: connectionInput,
    email: text({
      label: 'Email',
      help: 'As in the person’s profile, such as ada@example.com.',
      required: true,
    }),
  },
  example: { ok: true, user: { id: 'U012AB3CD', name: 'ada', profile: { email: 'ada@example.com' } } },
  perform: async ({ connection, email }, context) => ({
    data: await readSlack(context, connection, 'users.lookupByEmail', { email }),
  }),
});

interface Listing {
  method: string;
  /** Where the items are in an answer. */
  list: string;
  args: Readonly<Record<string, string>>;
  fetchAll: boolean;
  limit: string;
  cursor: string;
  teamId: string;
}

/** One page as Slack answers it; of all pages the last one, with the items of all. */
async function listSlack(
  context: ActionContext,
  connection: ConnectionValue | undefined,
  { method, list, args, fetchAll, limit, cursor, teamId }: Listing,
): Promise<unknown> {
  const items: unknown[] = [];
  for (let next = cursor; ;) {
    const asked = { ...args, limit, cursor: next, team_id: teamId };
    const page = await readSlack(context, connection, method, asked);
    if (Array.isArray(page[list])) items.push(...(page[list] as unknown[]));
    const following = cursorOf(page);
    if (!fetchAll || following === '' || following === next) return { ...page, [list]: items };
    next = following;
  }
}

function cursorOf({ response_metadata: metadata }: Record<string, unknown>): string {
  const { next_cursor: next } = (metadata ?? {}) as { next_cursor?: unknown };
  return typeof next === 'string' ? next : '';
}

/** As Slack calls them, by the inputs that ask for them. */
const types = {
  includePublicChannels: 'public_channel',
  includePrivateChannels: 'private_channel',
  includeMultiPartyImchannels: 'mpim',
  includeImChannels: 'im',
};

function typesOf(wanted: Readonly<Record<keyof typeof types, boolean>>): string {
  const chosen = Object.entries(types).filter(([input]) => wanted[input as keyof typeof types]);
  return chosen.map(([, type]) => type).join(',');
}
