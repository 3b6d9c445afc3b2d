/** Connectors that talk to hosts of their own. `{key}` stands for the input of that key. */

export interface ConnectorHosts {
  hosts: readonly string[];
  /** Keys of inputs that name another host instead. */
  instead?: readonly string[];
}

export const connectorHosts: ReadonlyMap<string, ConnectorHosts> = new Map<string, ConnectorHosts>([
  ['airtable', { hosts: ['api.airtable.com'] }],
  ['anthropic', { hosts: ['api.anthropic.com'] }],
  ['asana', { hosts: ['app.asana.com'] }],
  ['aws-s3', { hosts: ['s3.{awsRegion}.amazonaws.com'], instead: ['endpoint'] }],
  ['aws-sns', { hosts: ['sns.{awsRegion}.amazonaws.com'] }],
  ['aws-sqs', { hosts: ['sqs.{awsRegion}.amazonaws.com'] }],
  ['atlassian-jira', { hosts: ['api.atlassian.com'] }],
  ['dropbox', { hosts: ['api.dropboxapi.com', 'content.dropboxapi.com'] }],
  ['github', { hosts: ['api.github.com'] }],
  ['gitlab', { hosts: ['gitlab.com'] }],
  ['google-calendar', { hosts: ['www.googleapis.com'] }],
  ['google-cloud-pub-sub', { hosts: ['pubsub.googleapis.com'] }],
  ['google-cloud-storage', { hosts: ['storage.googleapis.com', 'oauth2.googleapis.com'] }],
  ['google-drive', { hosts: ['www.googleapis.com'] }],
  ['google-gmail', { hosts: ['gmail.googleapis.com'] }],
  ['google-sheets', { hosts: ['sheets.googleapis.com'] }],
  ['hubspot', { hosts: ['api.hubapi.com'] }],
  ['intercom', { hosts: ['api.intercom.io'] }],
  ['mailchimp', { hosts: ['api.mailchimp.com'] }],
  ['monday', { hosts: ['api.monday.com'] }],
  ['ms-onedrive', { hosts: ['graph.microsoft.com'] }],
  ['ms-outlook', { hosts: ['graph.microsoft.com'] }],
  ['ms-sharepoint', { hosts: ['graph.microsoft.com'] }],
  ['ms-teams', { hosts: ['graph.microsoft.com'] }],
  ['notion', { hosts: ['api.notion.com'] }],
  ['openai', { hosts: ['api.openai.com'] }],
  ['prismatic', { hosts: ['app.prismatic.io'] }],
  ['sendgrid', { hosts: ['api.sendgrid.com'] }],
  ['slack', { hosts: ['slack.com'], instead: ['webhookUrl'] }],
  ['stripe', { hosts: ['api.stripe.com'] }],
  ['trello', { hosts: ['api.trello.com'] }],
  ['twilio', { hosts: ['api.twilio.com'] }],
]);

/** Connectors that need a socket of their own: no browser opens one (format.md 2.4). */
export const socketConnectors: ReadonlySet<string> = new Set([
  'amqp',
  'ftp',
  'imap',
  'kafka',
  'ldap',
  'mongo',
  'mongodb',
  'mqtt',
  'ms-sql-server',
  'mysql',
  'oracledb',
  'postgres',
  'redis',
  'sftp',
  'smtp',
]);
