import { defineConnector } from '#lib/connectors/define.ts';
import { defineRawRequest } from '#lib/connectors/service/rawRequest.ts';
import { sendSlack, slackBase } from '#lib/connectors/slack/callSlack.ts';
import { slackConnections } from '#lib/connectors/slack/connections.ts';
import { getUser, listConversations, listUsers } from '#lib/connectors/slack/lists.ts';
import { postBlockMessage, postMessage, updateMessage } from '#lib/connectors/slack/messages.ts';
import { postSlackMessage } from '#lib/connectors/slack/postSlackMessage.ts';

/** Messages in Slack, which lets no browser in: requests go through a relay (format.md 2.4). */
export const slack = defineConnector({
  key: 'slack',
  label: 'Slack',
  description: 'Send messages to channels, and look up people and channels.',
  family: 'messages',
  icon: 'message-square',
  needs: 'relay',
  connections: slackConnections,
  actions: {
    postMessage,
    postBlockMessage,
    postSlackMessage,
    updateMessage,
    listUsers,
    getUser,
    listConversations,
    rawRequest: defineRawRequest('Slack', slackBase, sendSlack),
  },
});
